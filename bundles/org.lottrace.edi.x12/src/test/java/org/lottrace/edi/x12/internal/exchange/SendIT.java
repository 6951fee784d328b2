package org.lottrace.edi.x12.internal.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.PartyBuilder.aParty;
import static org.lottrace.edi.x12.internal.exchange.ExchangeFixture.names;
import static org.lottrace.edi.x12.internal.exchange.ExchangeFixture.sample;
import static org.lottrace.edi.x12.internal.exchange.ExchangeFixture.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.api.edi.FilePreview;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.edi.OutboundTransactionSet;
import org.lottrace.api.edi.SentInterchanges;
import org.lottrace.api.partner.Party;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

class SendIT {
    private static final Party ACME = aParty("ACME").exchangingAs("ZZ", "ACME").build();
    private static final String NOTICE = """
            <l:TRANSACTION xmlns:l="urn:xlate.io:staedi:names:loops" xmlns:s="urn:xlate.io:staedi:names:segments" xmlns:e="urn:xlate.io:staedi:names:elements">
              <s:BSN><e:BSN01>00</e:BSN01><e:BSN02>S-1</e:BSN02><e:BSN03>20260302</e:BSN03><e:BSN04>0910</e:BSN04></s:BSN>
              <l:SHIPMENT><s:HL><e:HL01>1</e:HL01><e:HL03>S</e:HL03></s:HL><s:DTM_011><e:DTM02>20260302</e:DTM02></s:DTM_011>
                <l:ORDER><s:HL><e:HL01>2</e:HL01><e:HL02>1</e:HL02><e:HL03>O</e:HL03></s:HL><s:PRF><e:PRF01>PO1</e:PRF01></s:PRF>
                  <l:ITEM><s:HL><e:HL01>3</e:HL01><e:HL02>2</e:HL02><e:HL03>I</e:HL03></s:HL>
                    <s:LIN><e:LIN01>1</e:LIN01><e:LIN_LT>A*17:2~</e:LIN_LT><e:LIN_VN>FL-25</e:LIN_VN></s:LIN>
                    <s:SN1><e:SN102>40</e:SN102><e:SN103>EA</e:SN103></s:SN1></l:ITEM></l:ORDER></l:SHIPMENT>
              <s:CTT><e:CTT01>3</e:CTT01></s:CTT>
            </l:TRANSACTION>""";

    @TempDir
    Path folder;

    private ExchangeFixture exchange;

    @BeforeEach
    void an_empty_exchange() {
        exchange = new ExchangeFixture(folder);
    }

    @Test
    void a_set_is_sent_once_with_delimiters_that_its_data_leaves_free() {
        assertEquals(List.of(), send(ACME, NOTICE));
        assertEquals(List.of(), send(ACME, NOTICE));

        assertEquals(List.of("OUTBOUND SENT [856] 856-ACME-000000001.edi"), exchange.log());
        String file = text(exchange.folders.outbox(), "856-ACME-000000001.edi");
        assertEquals(
                "LIN|1|LT|A*17:2~|VN|FL-25>",
                file.lines().filter(l -> l.startsWith("LIN")).findFirst().orElse(file));
        assertEquals(
                "SE|11|0001>",
                file.lines().filter(l -> l.startsWith("SE")).findFirst().orElse(file));
    }

    @Test
    void version_5010_says_in_its_ISA_what_stands_between_repeated_elements() {
        assertEquals(List.of(), send(ACME, "005010VICS", NOTICE.replace("A*17:2~", "A17^2")));

        String file = text(exchange.folders.outbox(), "856-ACME-000000001.edi");
        assertEquals(
                List.of("`", "00501", "000000001"),
                List.of(file.lines().findFirst().orElseThrow().split("\\*")).subList(11, 14));
        assertTrue(file.contains("*X*005010VICS~") && file.contains("*LT*A17^2*"), file);
    }

    @Test
    void what_our_own_schema_refuses_is_not_sent_and_takes_no_number() {
        List<Violation> problems = send(ACME, NOTICE.replace("<e:SN103>EA</e:SN103>", ""));

        assertEquals(
                List.of("REQUIRED_DATA_ELEMENT_MISSING"),
                problems.stream().map(Violation::code).toList());
        assertEquals(List.of(), exchange.log());
        assertEquals(List.of(), send(ACME, NOTICE));
        assertEquals(List.of("856-ACME-000000001.edi"), names(exchange.folders.outbox()));
    }

    @Test
    void says_what_keeps_it_from_sending() {
        assertEquals("NO_EDI_ADDRESS", send(aParty("X").build(), NOTICE).get(0).code());
        assertEquals("CONTENT_NOT_WRITABLE", send(ACME, "<nonsense/>").get(0).code());
        assertEquals("CONTENT_NOT_WRITABLE", send(ACME, "no xml").get(0).code());
        assertEquals(
                "SCHEMA_MISSING",
                exchange.service
                        .send(new OutboundTransactionSet("810", "IN", "004010", ACME, "k", NOTICE, false))
                        .get(0)
                        .code());
    }

    @Test
    void what_is_withheld_goes_out_when_it_is_pending_again() {
        exchange.service.send(new OutboundTransactionSet("856", "SH", "004010", ACME, "ship-1", NOTICE, true));
        exchange.look();

        assertEquals(List.of("OUTBOUND WITHHELD [856] 856-ACME-000000001.edi"), exchange.log());
        assertEquals(List.of(), names(exchange.folders.outbox()));

        long id = exchange.service.recent(1).get(0).id();
        exchange.database.unitOfWork().run(() -> exchange.database
                .interchanges()
                .replaceStatus(id, InterchangeStatus.WITHHELD, InterchangeStatus.PENDING));
        exchange.restart();
        exchange.look();

        assertEquals(List.of("856-ACME-000000001.edi"), names(exchange.folders.outbox()));
    }

    /** A full disk lets the write fail; a recall comes between claiming the notice and writing it. */
    @ParameterizedTest
    @CsvSource({"false, SENT", "true, WITHHELD"})
    void what_is_recalled_while_its_file_is_written_is_sent_or_withheld_never_tried_again(
            boolean diskIsFull, InterchangeStatus end) throws IOException {
        if (diskIsFull) {
            Files.delete(exchange.folders.outbox());
            Files.createFile(exchange.folders.outbox());
        }
        exchange.whileWriting = () -> exchange.setStatus(InterchangeStatus.SENDING, InterchangeStatus.STOPPING);
        send(ACME, NOTICE);
        exchange.whileWriting = () -> {};
        if (diskIsFull) {
            Files.delete(exchange.folders.outbox());
        }

        exchange.restart();
        exchange.look();

        assertEquals(List.of("OUTBOUND " + end + " [856] 856-ACME-000000001.edi"), exchange.log());
        assertEquals(diskIsFull ? 0 : 1, names(exchange.folders.outbox()).size());
    }

    @Test
    void what_was_to_be_stopped_when_it_crashed_counts_as_sent_only_if_its_file_is_there() {
        exchange.service.send(new OutboundTransactionSet("856", "SH", "004010", ACME, "ship-1", NOTICE, true));
        exchange.setStatus(InterchangeStatus.WITHHELD, InterchangeStatus.STOPPING);

        exchange.restart();
        exchange.look();

        assertEquals(List.of("OUTBOUND WITHHELD [856] 856-ACME-000000001.edi"), exchange.log());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AK5*A, AK9*A*1*1*1 | ACKNOWLEDGED | ''",
                "AK5*E*5, AK9*E*1*1*1 | ACKNOWLEDGED_WITH_ERRORS | ''",
                "AK3*LIN*8**8, AK4*3**7*9, AK5*A, AK9*A*1*1*1 | ACKNOWLEDGED_WITH_ERRORS"
                        + " | SEGMENT_REFUSED set 0001 / 8 / LIN; ELEMENT_REFUSED set 0001 / 8 / LIN / 3",
                "AK3*SN1*9**8, AK4*2**5, AK5*R*5, AK9*R*1*1*0 | REJECTED"
                        + " | SEGMENT_REFUSED set 0001 / 9 / SN1; ELEMENT_REFUSED set 0001 / 9 / SN1 / 2;"
                        + " REFUSED_BY_PARTNER set 0001 / AK5 / 1; REFUSED_BY_PARTNER group 1 / AK9 / 1",
                "AK5*A, AK9*P*2*2*1 | REJECTED | REFUSED_BY_PARTNER group 1 / AK9 / 1"
            })
    void the_answer_of_the_partner_stands_in_our_record(String said, InterchangeStatus status, String problems) {
        send(ACME, NOTICE);

        exchange.drop("ack.edi", acknowledgement("1", said));
        exchange.look();

        InterchangeRecord sent = exchange.service.recent(2).get(1);
        assertEquals(status, sent.status());
        assertEquals(
                problems,
                sent.problems().stream().map(p -> p.code() + " " + p.path()).collect(Collectors.joining("; ")));
        assertEquals("ACCEPTED", exchange.service.recent(1).get(0).status().name());
    }

    @Test
    void an_answer_is_shown_field_by_field_and_changes_nothing() {
        send(ACME, NOTICE);

        FilePreview shown =
                exchange.service.preview(acknowledgement("1", "AK3*SN1*9**8, AK4*2**5, AK5*R*5, AK9*R*1*1*0")
                        .replace("*P*>~", "*P*>~\nTA1*000000001*260302*0930*R*025~")
                        .getBytes(StandardCharsets.UTF_8));

        assertEquals(
                List.of("TA1 interchange=000000001 code=R note=025", "997 interchange=1 sets=856 status=REJECTED"),
                shown.sets().stream()
                        .map(set -> set.code() + " "
                                + set.fields().stream()
                                        .filter(field -> !field.name().startsWith("problems"))
                                        .map(field -> field.name() + "=" + field.value())
                                        .collect(Collectors.joining(" ")))
                        .toList());
        assertTrue(shown.sets().get(1).fields().stream()
                .anyMatch(field -> field.value().startsWith("ELEMENT_REFUSED set 0001 / 9 / SN1 / 2")));
        assertEquals(InterchangeStatus.SENT, exchange.service.recent(1).get(0).status());
    }

    @Test
    void a_999_says_what_a_997_says() {
        send(ACME, NOTICE);

        exchange.drop(
                "ack.edi",
                acknowledgement("1", "IK3*SN1*9**8, CTX*SITUATIONAL TRIGGER*SN1*9, IK4*2*380*5, IK5*R*5, AK9*R*1*1*0")
                        .replace("997", "999")
                        .replace("X*004010", "X*005010"));
        exchange.look();

        InterchangeRecord sent = exchange.service.recent(2).get(1);
        assertEquals(InterchangeStatus.REJECTED, sent.status());
        assertEquals(
                List.of(
                        "SEGMENT_REFUSED set 0001 / 9 / SN1",
                        "ELEMENT_REFUSED set 0001 / 9 / SN1 / 2",
                        "REFUSED_BY_PARTNER set 0001 / IK5 / 1",
                        "REFUSED_BY_PARTNER group 1 / AK9 / 1"),
                sent.problems().stream().map(p -> p.code() + " " + p.path()).toList());
        assertEquals(
                1,
                exchange.service.recent(10).stream()
                        .filter(r -> r.direction().name().equals("OUTBOUND"))
                        .count());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A*000 | SENT | ''",
                "E*004 | ACKNOWLEDGED_WITH_ERRORS | ENVELOPE_REFUSED",
                "R*025 | REJECTED | ENVELOPE_REFUSED",
            })
    void what_the_partner_says_of_the_envelope_stands_in_our_record(
            String said, InterchangeStatus status, String problems) {
        send(ACME, NOTICE);

        exchange.drop(
                "ta1.edi",
                sample("sopi").lines().findFirst().orElseThrow() + "\nTA1*000000001*260302*0800*" + said
                        + "~\nIEA*0*000000001~");
        exchange.look();

        InterchangeRecord sent = exchange.service.recent(2).get(1);
        assertEquals(status, sent.status());
        assertEquals(problems, sent.problems().stream().map(Violation::code).collect(Collectors.joining("; ")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OTI*TA*SI*S-1*ACME*LOTTRACE***1*0001*856*004010 | ACKNOWLEDGED | ''",
                "OTI*TE*SI*S-1*ACME*LOTTRACE***1*0001*856*004010, TED*024*Pallet label hard to read"
                        + " | ACKNOWLEDGED_WITH_ERRORS | REFUSED_BY_BUSINESS set 0001",
                "OTI*TR*SI*S-1*ACME*LOTTRACE***1*0001*856*004010, TED*011*Order unknown, NTE**order 4711"
                        + " | REJECTED | REFUSED_BY_BUSINESS set 0001; NOTED_BY_BUSINESS set 0001",
                "OTI*TR*SI*S-1*ACME*LOTTRACE***1*0001*856*004010 | REJECTED | REFUSED_BY_BUSINESS set 0001",
                "OTI*TR*SI*S-1*ACME*LOTTRACE***7*0001*856*004010 | SENT | ''",
            })
    void what_the_business_of_the_partner_says_stands_in_our_record(
            String said, InterchangeStatus status, String problems) {
        send(ACME, NOTICE);
        List<String> segments = new ArrayList<>(List.of("BGN*00*ADV-1*20260302"));
        segments.addAll(List.of(said.split(", ")));

        exchange.drop(
                "advice.edi",
                sample("sopi").lines().findFirst().orElseThrow()
                        + "\nGS*AG*ACME*LOTTRACE*20260302*0930*1*X*004010~\nST*824*0001~\n"
                        + segments.stream().map(segment -> segment + "~\n").collect(Collectors.joining())
                        + "SE*" + (segments.size() + 2) + "*0001~\nGE*1*1~\nIEA*1*000000001~");
        exchange.look();

        InterchangeRecord sent = exchange.service.recent(10).stream()
                .filter(record -> record.transactionSets().equals(List.of("856")))
                .findFirst()
                .orElseThrow();
        assertEquals(status, sent.status());
        assertEquals(
                problems,
                sent.problems().stream().map(p -> p.code() + " " + p.path()).collect(Collectors.joining("; ")));
        assertEquals(List.of("advice.edi"), names(exchange.folders.archive()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "77777"})
    void an_answer_to_nothing_we_sent_changes_nothing_and_is_noted(String group) {
        send(ACME, NOTICE);

        exchange.drop("ack.edi", acknowledgement(group, "AK5*R, AK9*R*1*1*0"));
        exchange.look();

        assertEquals(InterchangeStatus.SENT, exchange.service.recent(2).get(1).status());
        assertTrue(exchange.service.recent(1).get(0).problems().stream()
                .anyMatch(problem -> problem.code().equals("NOTHING_ACKNOWLEDGED")));
    }

    @ParameterizedTest
    @CsvSource({"P, SENT", "T, ACKNOWLEDGED"})
    void a_test_answers_only_what_was_sent_as_a_test(String usage, InterchangeStatus status) {
        exchange.usage = usage;
        exchange.restart();
        send(ACME, NOTICE);

        exchange.drop("ack.edi", acknowledgement("1", "AK5*A, AK9*A*1*1*1").replace("*P*>~", "*T*>~"));
        exchange.look();

        assertEquals("TEST", exchange.service.recent(1).get(0).status().name());
        assertEquals(status, exchange.service.recent(2).get(1).status());
    }

    @Test
    void what_a_customer_says_of_the_goods_stays_when_the_form_is_acknowledged_afterwards() {
        send(ACME, NOTICE);
        SentInterchanges sent =
                new SentInterchangesService(exchange.database.unitOfWork(), exchange.database.interchanges());
        Violation said = new Violation(SentInterchanges.RECEIPT + "CONFIRMED", ViolationPath.WHOLE, "as shipped");
        assertTrue(sent.note("856", "ship-1", List.of(said)));
        assertFalse(sent.note("856", "ship-404", List.of(said)));

        exchange.drop("ack.edi", acknowledgement("1", "AK5*R*5, AK9*R*1*1*0"));
        exchange.look();
        exchange.drop("again.edi", acknowledgement("1", "AK5*A, AK9*A*1*1*1").replace("000000001", "000000002"));
        exchange.look();

        InterchangeRecord record = exchange.database
                .interchanges()
                .find(OutboundTransactionSet.logKey("856", "ship-1"))
                .orElseThrow();
        assertEquals(InterchangeStatus.ACKNOWLEDGED, record.status());
        assertEquals(
                List.of("RECEIPT_CONFIRMED"),
                record.problems().stream().map(Violation::code).toList());
    }

    private static String acknowledgement(String group, String said) {
        List<String> segments = new ArrayList<>(List.of("AK1*SH*" + group, "AK2*856*0001"));
        segments.addAll(List.of(said.split(", ")));
        return sample("sopi").lines().findFirst().orElseThrow()
                + "\nGS*FA*ACME*LOTTRACE*20260302*0930*1*X*004010~\nST*997*0001~\n"
                + segments.stream().map(segment -> segment + "~\n").collect(Collectors.joining())
                + "SE*" + (segments.size() + 2) + "*0001~\nGE*1*1~\nIEA*1*000000001~";
    }

    private List<Violation> send(Party receiver, String xml) {
        return send(receiver, "004010", xml);
    }

    private List<Violation> send(Party receiver, String version, String xml) {
        return exchange.service.send(new OutboundTransactionSet("856", "SH", version, receiver, "ship-1", xml, false));
    }
}
