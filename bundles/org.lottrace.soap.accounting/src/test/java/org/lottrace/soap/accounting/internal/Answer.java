package org.lottrace.soap.accounting.internal;

import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The body of a SOAP answer. */
final class Answer {
    private final int status;
    private final Document document;

    private Answer(int status, Document document) {
        this.status = status;
        this.document = document;
    }

    static Answer of(HttpResponse<String> response) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newNSInstance();
            return new Answer(
                    response.statusCode(),
                    factory.newDocumentBuilder().parse(new InputSource(new StringReader(response.body()))));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException(response.body(), e);
        }
    }

    int status() {
        return status;
    }

    /** @return the texts of all elements of that name, in document order */
    List<String> texts(String name) {
        NodeList elements = document.getElementsByTagNameNS("*", name);
        return IntStream.range(0, elements.getLength())
                .mapToObj(i -> elements.item(i).getTextContent())
                .toList();
    }

    /** @throws IllegalStateException if the content of the body does not fit the schema of the service */
    void requireValid() {
        SchemaFactory factory = SchemaFactory.newDefaultInstance();
        try {
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            Source[] schemas = {schema("accounting.xsd"), schema("violation.xsd")};
            factory.newSchema(schemas).newValidator().validate(new DOMSource(content()));
        } catch (SAXException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Element content() {
        Node node = document.getElementsByTagNameNS("*", "Body").item(0).getFirstChild();
        while (!(node instanceof Element)) {
            node = node.getNextSibling();
        }
        return (Element) node;
    }

    private static Source schema(String name) {
        return new StreamSource(String.valueOf(AccountingEndpoint.class.getResource("/wsdl/" + name)));
    }
}
