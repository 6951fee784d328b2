package org.lottrace.edi.warehouse.internal;

import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Segments as the XML text in which they travel to {@code edi.x12}. An element that is empty is not written. */
final class SegmentXml {
    private static final String LOOPS = "urn:xlate.io:staedi:names:loops";
    private static final String SEGMENTS = "urn:xlate.io:staedi:names:segments";
    private static final String ELEMENTS = "urn:xlate.io:staedi:names:elements";

    private SegmentXml() {}

    /** @param segments each with its tag first */
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
            throw new IllegalStateException("the document cannot be written as XML: " + e.getMessage(), e);
        }
        return text.toString();
    }

    private static void write(XMLStreamWriter xml, List<String> segment) throws XMLStreamException {
        String tag = segment.get(0);
        xml.writeStartElement("s", tag, SEGMENTS);
        for (int i = 1; i < segment.size(); i++) {
            if (!segment.get(i).isEmpty()) {
                xml.writeStartElement("e", tag + String.format("%02d", i), ELEMENTS);
                xml.writeCharacters(segment.get(i));
                xml.writeEndElement();
            }
        }
        xml.writeEndElement();
    }
}
