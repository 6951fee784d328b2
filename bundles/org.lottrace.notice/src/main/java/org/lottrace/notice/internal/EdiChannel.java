package org.lottrace.notice.internal;

import java.io.StringWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.lottrace.api.edi.Interchanges;
import org.lottrace.api.edi.OutboundTransactionSet;
import org.lottrace.api.partner.Party;
import org.lottrace.api.recall.answer.AnswerLinks;
import org.lottrace.api.recall.notice.NoticeChannel;
import org.lottrace.api.recall.notice.NoticeNotSentException;
import org.lottrace.api.recall.notice.RecallNotice;
import org.lottrace.api.violation.Violation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Notices as X12 864 text messages (004010), for partners that agreed to read them. The interchange log sends a key once, so
 * a notice that is tried again does not arrive twice.
 */
@Component(service = NoticeChannel.class, configurationPid = "org.lottrace.notice.edi")
@Designate(ocd = EdiConfig.class)
public final class EdiChannel implements NoticeChannel {
    private static final String LOOPS = "urn:xlate.io:staedi:names:loops";
    private static final String SEGMENTS = "urn:xlate.io:staedi:names:segments";
    private static final String ELEMENTS = "urn:xlate.io:staedi:names:elements";
    /** MSG01, data element 933. */
    private static final int LONGEST_TEXT = 264;
    /** MIT01, data element 127. */
    private static final int LONGEST_REFERENCE = 30;

    private final Set<String> partners;
    private final Interchanges interchanges;
    private final Optional<AnswerLinks> links;

    @Activate
    public EdiChannel(
            EdiConfig config,
            @Reference Interchanges interchanges,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) Optional<AnswerLinks> links) {
        this.partners = Names.of(config.partners());
        this.interchanges = interchanges;
        this.links = links;
    }

    @Override
    public String method() {
        return "EDI";
    }

    @Override
    public int preference() {
        return 40;
    }

    @Override
    public boolean reaches(Party party) {
        return partners.contains(party.id().value())
                && party.profile().ediAddress().isPresent();
    }

    @Override
    public String send(RecallNotice notice) {
        try {
            List<Violation> problems = interchanges.send(new OutboundTransactionSet(
                    "864", "TX", "004010", notice.receiver(), notice.key(), message(notice), false));
            if (!problems.isEmpty()) {
                throw new NoticeNotSentException(
                        "no 864 to " + notice.receiver().id() + ": "
                                + problems.stream().map(Violation::message).collect(Collectors.joining("; ")),
                        null);
            }
        } catch (XMLStreamException e) {
            throw new NoticeNotSentException("no 864 to " + notice.receiver().id() + ": " + e.getMessage(), e);
        }
        return notice.receiver().profile().ediAddress().orElseThrow().toString();
    }

    private String message(RecallNotice notice) throws XMLStreamException {
        StringWriter text = new StringWriter();
        XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        xml.writeStartElement("l", "TRANSACTION", LOOPS);
        xml.writeNamespace("l", LOOPS);
        xml.writeNamespace("s", SEGMENTS);
        xml.writeNamespace("e", ELEMENTS);
        segment(xml, "BMG", "00", notice.heading());
        segment(
                xml,
                "DTM",
                "097",
                DateTimeFormatter.BASIC_ISO_DATE.format(
                        notice.writtenAt().atOffset(ZoneOffset.UTC).toLocalDate()));
        xml.writeStartElement("l", "MESSAGE", LOOPS);
        String key = notice.key();
        segment(
                xml,
                "MIT",
                // no number is made by cutting another
                key.length() <= LONGEST_REFERENCE ? key : notice.recallCase().toString(),
                "Recall " + notice.recallCase());
        for (String line : NoticeText.of(notice, links.flatMap(l -> l.linkFor(key)), Optional.empty())) {
            for (int at = 0; at < line.length(); at += LONGEST_TEXT) {
                segment(xml, "MSG", line.substring(at, Math.min(line.length(), at + LONGEST_TEXT)));
            }
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.close();
        return text.toString();
    }

    private static void segment(XMLStreamWriter xml, String tag, String... elements) throws XMLStreamException {
        xml.writeStartElement("s", tag, SEGMENTS);
        for (int i = 0; i < elements.length; i++) {
            xml.writeStartElement("e", tag + String.format("%02d", i + 1), ELEMENTS);
            xml.writeCharacters(elements[i]);
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }
}
