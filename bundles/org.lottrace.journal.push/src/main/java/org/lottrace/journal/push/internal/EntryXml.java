package org.lottrace.journal.push.internal;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.lottrace.api.account.EntryNumbers;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.event.DocumentReference;

/**
 * An entry as the SOAP service for accounting gives it (type {@code JournalEntry} of {@code accounting.xsd}), with the receiver and the
 * key beside it. The same entry is always the same bytes.
 */
final class EntryXml {
    static final String NAMESPACE = "urn:lottrace:accounting:1";

    private static final int UNKNOWN = 0xFFFD;

    private final XMLStreamWriter xml;

    private EntryXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** @return by which the receiver knows what it has had before */
    static String key(String receiver, long entry) {
        return receiver + "-" + entry;
    }

    static byte[] of(String receiver, JournalEntry entry, EntryNumbers numbers) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            new EntryXml(xml).write(receiver, entry, numbers);
            return out.toByteArray();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("entry " + entry.number() + " cannot be written as XML", impossible);
        }
    }

    private void write(String receiver, JournalEntry entry, EntryNumbers numbers) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.setDefaultNamespace(NAMESPACE);
        xml.writeStartElement(NAMESPACE, "journalEntry");
        xml.writeDefaultNamespace(NAMESPACE);
        text("receiver", receiver);
        text("key", key(receiver, entry.number()));
        begin("entry");
        text("number", String.valueOf(entry.number()));
        if (entry.company().isPresent()) {
            text("company", entry.company().get().value());
        }
        text("accountingDate", entry.accountingDate().toString());
        if (entry.originalDate().isPresent()) {
            text("originalDate", entry.originalDate().get().toString());
        }
        text("type", entry.type().code());
        document("document", entry.document());
        text("eventId", entry.event().value());
        text("ledgerPosition", String.valueOf(entry.ledgerPosition()));
        for (int i = 0; i < entry.lines().size(); i++) {
            line(entry.lines().get(i), numbers.lines().get(i).number());
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.flush();
    }

    private void line(JournalLine line, Optional<String> accountNumber) throws XMLStreamException {
        begin("line");
        text("account", line.account().code());
        if (line.lot().isPresent()) {
            begin("lot");
            text("issuer", line.lot().get().issuer().value());
            text("item", line.lot().get().item().value());
            text("number", line.lot().get().number().value());
            xml.writeEndElement();
        }
        if (line.quantity().isPresent()) {
            amount(
                    "quantity",
                    line.quantity().get().amount(),
                    "unit",
                    line.quantity().get().unit().code());
        }
        if (line.orderLine().isPresent()) {
            begin("orderLine");
            document("order", line.orderLine().get().order());
            text("line", String.valueOf(line.orderLine().get().line()));
            xml.writeEndElement();
        }
        amount(
                "amount",
                line.amount().getAmount(),
                "currency",
                line.amount().getCurrencyUnit().getCode());
        if (accountNumber.isPresent()) {
            text("accountNumber", accountNumber.get());
        }
        xml.writeEndElement();
    }

    private void document(String name, DocumentReference document) throws XMLStreamException {
        begin(name);
        text("type", document.type().code());
        text("number", document.number());
        xml.writeEndElement();
    }

    private void amount(String name, BigDecimal amount, String attribute, String of) throws XMLStreamException {
        begin(name);
        xml.writeAttribute(attribute, of);
        xml.writeCharacters(amount.toPlainString());
        xml.writeEndElement();
    }

    private void text(String name, String text) throws XMLStreamException {
        begin(name);
        xml.writeCharacters(legal(text));
        xml.writeEndElement();
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

    private void begin(String name) throws XMLStreamException {
        xml.writeStartElement(NAMESPACE, name);
    }
}
