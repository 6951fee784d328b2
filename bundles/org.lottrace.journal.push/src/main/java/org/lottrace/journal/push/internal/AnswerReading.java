package org.lottrace.journal.push.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathFactoryConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads answers with the expressions of the administrator (XPath 1.0), in which {@code $key} is the key of the entry that was sent. What is
 * empty means what SOAP says: a fault of the client (1.1) or sender (1.2) rejects, another fault is an error of the service, every other
 * envelope accepts.
 */
final class AnswerReading {
    private static final String FAULT = "//*[local-name()='Envelope']/*[local-name()='Body']/*[local-name()='Fault']";
    private static final String ANSWER = "/*[local-name()='Envelope']/*[local-name()='Body']";
    private static final String CODE =
            "concat(substring-after(%1$s, ':'), substring(%1$s, 1, string-length(%1$s) * not(contains(%1$s, ':'))))";
    private static final String OF_SENDER = FAULT + "[faultcode[" + CODE.formatted(".") + "='Client' or starts-with("
            + CODE.formatted(".") + ", 'Client.')] or *[local-name()='Code']/*[local-name()='Value']["
            + CODE.formatted(".") + "='Sender']]";
    private static final String WHY = "normalize-space((" + FAULT + "/faultstring | " + FAULT
            + "/*[local-name()='Reason']/*[local-name()='Text'])[1])";
    private static final byte[] NOTHING = "<nothing/>".getBytes(StandardCharsets.UTF_8);
    private static final QName KEY = new QName("key");
    private static final Pattern LINES = Pattern.compile("[\\p{Cntrl}\\s\\u0085\\u2028\\u2029]+");
    private static final int CLASS = 100;
    private static final int SUCCESS = 2;
    private static final int LONGEST_REASON = 1_900;

    private final String accepted;
    private final String rejected;
    private final String reason;

    /** @throws IllegalArgumentException if one is no XPath; the message says which */
    AnswerReading(String accepted, String rejected, String reason) {
        this.accepted = checked("accepted.when", accepted, ANSWER + " and not(" + FAULT + ")");
        this.rejected = checked("rejected.when", rejected, OF_SENDER);
        this.reason = checked("reason", reason, WHY);
    }

    private static String checked(String name, String expression, String usual) {
        try {
            String used = expression.isBlank() ? usual : expression;
            // variables and functions that are not there are found only when it runs
            xpath("").evaluate(used, parse(NOTHING), XPathConstants.STRING);
            return used;
        } catch (XPathExpressionException | IOException | SAXException wrong) {
            throw new IllegalArgumentException(name + " is no XPath 1.0 that can be used: " + said(wrong), wrong);
        }
    }

    /** @param key of the entry that it should answer */
    Verdict read(String key, int status, byte[] body) {
        Document answer;
        try {
            answer = parse(body);
        } catch (IOException | SAXException noXml) {
            return new Verdict.Unclear("the service answers " + status + ", and not with XML: " + said(noXml), true);
        }
        try {
            if (isTrue(key, rejected, answer)) {
                return new Verdict.Rejected(why(key, answer, status));
            }
            return status / CLASS == SUCCESS && isTrue(key, accepted, answer)
                    ? new Verdict.Accepted()
                    : new Verdict.Unclear("the service answers " + status + ": " + why(key, answer, status), true);
        } catch (XPathExpressionException wrong) {
            return new Verdict.Unclear("the answer cannot be looked through: " + said(wrong), false);
        }
    }

    private String why(String key, Document answer, int status) throws XPathExpressionException {
        String said = text(key, reason, answer);
        String why = said.isBlank() ? text(key, WHY, answer) : said;
        // one line: it goes into the log, too
        String line = LINES.matcher(why).replaceAll(" ").strip();
        return line.isEmpty() ? "no reason is given, status " + status : fitting(line);
    }

    private static String fitting(String line) {
        if (line.length() <= LONGEST_REASON) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(LONGEST_REASON - 1)) ? LONGEST_REASON - 1 : LONGEST_REASON;
        return line.substring(0, end) + " …";
    }

    private static boolean isTrue(String key, String expression, Document answer) throws XPathExpressionException {
        return (Boolean) xpath(key).evaluate(expression, answer, XPathConstants.BOOLEAN);
    }

    private static String text(String key, String expression, Document answer) throws XPathExpressionException {
        return (String) xpath(key).evaluate(expression, answer, XPathConstants.STRING);
    }

    private static XPath xpath(String key) {
        try {
            XPathFactory factory = XPathFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setXPathVariableResolver(name -> KEY.equals(name) ? key : null);
            XPath xpath = factory.newXPath();
            xpath.setNamespaceContext(new NoPrefixes());
            return xpath;
        } catch (XPathFactoryConfigurationException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** No document type: whoever answers names no file and no address of ours. */
    private static Document parse(byte[] body) throws IOException, SAXException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new ByteArrayInputStream(body));
        } catch (ParserConfigurationException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static String said(Exception wrong) {
        return Optional.ofNullable(wrong.getMessage()).orElse(wrong.toString());
    }
}
