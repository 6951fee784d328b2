package org.lottrace.soap.erp.internal;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What came back, read without the generated classes. */
record Answer(int status, String body) {
    private static final Schema SCHEMA = schema();

    /** @return texts of all elements of that name, in document order */
    List<String> all(String name) {
        NodeList found = document().getElementsByTagNameNS("*", name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }

    /** @return code and field of each violation */
    List<String> violations() {
        NodeList found = document().getElementsByTagNameNS("*", "violation");
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .map(v -> text(v, "code") + " " + text(v, "field"))
                .toList();
    }

    /** @return itself, when its content fits the schema of the WSDL */
    Answer valid() {
        try {
            Element content = (Element) document()
                    .getElementsByTagNameNS("http://schemas.xmlsoap.org/soap/envelope/", "Body")
                    .item(0)
                    .getFirstChild();
            SCHEMA.newValidator().validate(new DOMSource(content));
            return this;
        } catch (Exception invalid) {
            throw new AssertionError(invalid.getMessage() + " in " + body, invalid);
        }
    }

    private Document document() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(body)));
        } catch (Exception malformed) {
            throw new AssertionError("no XML: " + body, malformed);
        }
    }

    private static String text(Element parent, String name) {
        return parent.getElementsByTagNameNS("*", name).item(0).getTextContent();
    }

    private static Schema schema() {
        try {
            return SchemaFactory.newDefaultInstance().newSchema(Answer.class.getResource("/wsdl/erp.xsd"));
        } catch (Exception broken) {
            throw new ExceptionInInitializerError(broken);
        }
    }
}
