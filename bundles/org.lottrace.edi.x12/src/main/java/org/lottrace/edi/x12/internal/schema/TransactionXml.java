package org.lottrace.edi.x12.internal.schema;

import io.xlate.edi.stream.EDINamespaces;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes a transaction set as XML in StAEDI's namespaces: loops nested in {@code l:TRANSACTION}, segments and elements named
 * as in the standard ({@code s:SN1/e:SN102}, components {@code e:MEA04-01}). Two things are added for the bindings of
 * partners, so that a path can say what is meant instead of where it stands:
 *
 * <ul>
 *   <li>REF, DTM and MAN carry their qualifier: {@code s:REF_BM}, {@code s:DTM_036}, {@code s:MAN_GM}.
 *   <li>the pairs of LIN are repeated by qualifier: {@code s:LIN/e:LIN_LT} is the lot wherever it stands.
 * </ul>
 *
 * <p>Empty elements are left out.
 */
final class TransactionXml {
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;
    private final List<SetElement> elements = new ArrayList<>();
    private String tag = "";
    private boolean inTransaction;

    private record SetElement(int position, int component, String text) {}

    TransactionXml() {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    String text() {
        return text.toString();
    }

    void startTransaction() {
        inTransaction = true;
        write(() -> {
            xml.writeStartElement("l", "TRANSACTION", EDINamespaces.LOOPS);
            xml.writeNamespace("l", EDINamespaces.LOOPS);
            xml.writeNamespace("s", EDINamespaces.SEGMENTS);
            xml.writeNamespace("e", EDINamespaces.ELEMENTS);
        });
    }

    void endTransaction() {
        inTransaction = false;
        write(() -> {
            xml.writeEndElement();
            xml.flush();
        });
    }

    void startLoop(String code) {
        write(() -> xml.writeStartElement("l", code, EDINamespaces.LOOPS));
    }

    void endLoop() {
        write(xml::writeEndElement);
    }

    void startSegment(String segmentTag) {
        tag = segmentTag;
        elements.clear();
    }

    void element(int position, int component, String data) {
        if (!data.isBlank()) {
            elements.add(new SetElement(position, component, data));
        }
    }

    void endSegment() {
        if (inTransaction) {
            write(() -> {
                boolean named = Qualifiers.inName(tag) && Qualifiers.isName(at(1));
                xml.writeStartElement("s", named ? tag + "_" + at(1) : tag, EDINamespaces.SEGMENTS);
                for (SetElement element : elements) {
                    String number = String.format("%s%02d", tag, element.position());
                    element(
                            element.component() > 0 ? String.format("%s-%02d", number, element.component()) : number,
                            element.text());
                }
                for (int i = Qualifiers.firstPair(tag); i > 0 && i < 32; i += 2) {
                    if (Qualifiers.isName(at(i)) && !at(i + 1).isEmpty()) {
                        element(tag + "_" + at(i), at(i + 1));
                    }
                }
                xml.writeEndElement();
            });
        }
    }

    private String at(int position) {
        return elements.stream()
                .filter(e -> e.position() == position)
                .map(SetElement::text)
                .findFirst()
                .orElse("");
    }

    private void element(String name, String data) throws XMLStreamException {
        xml.writeStartElement("e", name, EDINamespaces.ELEMENTS);
        xml.writeCharacters(data);
        xml.writeEndElement();
    }

    private interface Writing {
        void run() throws XMLStreamException;
    }

    private static void write(Writing writing) {
        try {
            writing.run();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }
}
