package org.lottrace.edi.asn856.internal;

import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.lottrace.api.edi.SetSegment;

/** Segments as the XML text in which they travel to {@code edi.x12}. An element that is empty is not written. */
final class AdviceXml {
    private static final String LOOPS = "urn:xlate.io:staedi:names:loops";
    private static final String SEGMENTS = "urn:xlate.io:staedi:names:segments";
    private static final String ELEMENTS = "urn:xlate.io:staedi:names:elements";

    private AdviceXml() {}

    /** @param segments each with its tag first; components of EDIFACT stand between {@link SetSegment#COMPONENT} characters */
    static String of(List<List<String>> segments) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartElement("l", "TRANSACTION", LOOPS);
            xml.writeNamespace("l", LOOPS);
            xml.writeNamespace("s", SEGMENTS);
            xml.writeNamespace("e", ELEMENTS);
            for (List<String> segment : segments) {
                write(xml, segment);
            }
            xml.writeEndElement();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the receiving advice cannot be written as XML: " + e.getMessage(), e);
        }
        return text.toString();
    }

    private static void write(XMLStreamWriter xml, List<String> segment) throws XMLStreamException {
        String tag = segment.get(0);
        xml.writeStartElement("s", tag, SEGMENTS);
        for (int i = 1; i < segment.size(); i++) {
            String name = tag + String.format("%02d", i);
            String[] components = segment.get(i).split(String.valueOf(SetSegment.COMPONENT), -1);
            for (int c = 0; c < components.length; c++) {
                if (!components[c].isEmpty()) {
                    xml.writeStartElement(
                            "e", components.length == 1 ? name : name + String.format("-%02d", c + 1), ELEMENTS);
                    xml.writeCharacters(components[c]);
                    xml.writeEndElement();
                }
            }
        }
        xml.writeEndElement();
    }
}
