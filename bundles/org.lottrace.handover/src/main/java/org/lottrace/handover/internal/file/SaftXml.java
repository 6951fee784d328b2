package org.lottrace.handover.internal.file;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Elements of SAF-T, one after the other. */
final class SaftXml {
    static final String NAMESPACE = "urn:StandardAuditFile-Taxation-Financial:NO";

    private static final int UNKNOWN = 0xFFFD;

    private final XMLStreamWriter xml;

    /** @param out stays open */
    SaftXml(OutputStream out) throws IOException {
        try {
            this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
        } catch (XMLStreamException broken) {
            throw new IOException(broken);
        }
    }

    void file() throws IOException {
        write(() -> {
            xml.writeStartDocument("UTF-8", "1.0");
            xml.setDefaultNamespace(NAMESPACE);
            xml.writeStartElement(NAMESPACE, "AuditFile");
            xml.writeDefaultNamespace(NAMESPACE);
        });
    }

    /** A part that stands inside a file; it has its own root. */
    void part(String name) throws IOException {
        write(() -> {
            xml.setDefaultNamespace(NAMESPACE);
            xml.writeStartElement(NAMESPACE, name);
        });
    }

    void begin(String name) throws IOException {
        write(() -> xml.writeStartElement(NAMESPACE, name));
    }

    void end() throws IOException {
        write(xml::writeEndElement);
    }

    void text(String name, Object text) throws IOException {
        write(() -> {
            xml.writeStartElement(NAMESPACE, name);
            xml.writeCharacters(legal(text.toString()));
            xml.writeEndElement();
        });
    }

    /** What XML has no character for (half of one, U+FFFE, U+FFFF) is written as the one that stands for unknown ones. */
    private static String legal(String text) {
        return text.codePoints()
                .map(one -> isInXml(one) ? one : UNKNOWN)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isInXml(int one) {
        boolean isControl = one < ' ' && one != '\t' && one != '\n' && one != '\r';
        boolean isHalf = one >= Character.MIN_SURROGATE && one <= Character.MAX_SURROGATE;
        return !isControl && !isHalf && one != 0xFFFE && one != 0xFFFF;
    }

    /** In a form that has so many characters; what is too long is cut and ends with three dots. */
    void text(String name, String text, int most) throws IOException {
        if (text.length() <= most) {
            text(name, text);
        } else {
            int end = most - 3;
            // half a character is none
            text(name, text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "...");
        }
    }

    void number(String name, BigDecimal number) throws IOException {
        text(name, number.toPlainString());
    }

    /** On the side on which it is: nought is a debit. */
    void balance(String begin, BigDecimal balance, String end) throws IOException {
        number(begin + (balance.signum() < 0 ? "Credit" : "Debit") + end, balance.abs());
    }

    void flush() throws IOException {
        write(xml::flush);
    }

    /** One call of the writer. */
    @FunctionalInterface
    private interface Call {
        void write() throws XMLStreamException;
    }

    private static void write(Call call) throws IOException {
        try {
            call.write();
        } catch (XMLStreamException broken) {
            throw new IOException(broken.getMessage(), broken);
        }
    }
}
