package org.lottrace.edi.x12.internal.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.PartyBuilder.aParty;
import static org.lottrace.edi.x12.internal.exchange.ExchangeFixture.names;
import static org.lottrace.edi.x12.internal.exchange.ExchangeFixture.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.edi.OutboundTransactionSet;
import org.lottrace.api.edi.UnreadPart;
import org.lottrace.api.partner.Party;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.edi.x12.testing.SamplePartners;
import org.lottrace.persistence.testing.TestDatabase;

/** Interchanges of EDIFACT by the same route as those of X12. */
class EdifactIT {
    private static final Party RETAIL =
            aParty("RETAIL").exchangingAs("14", "4012345000108").build();
    private static final String CONTROL = "CONTRL-4012345000108-000000001.edi";
    private static final String DATE = "260302:0800";
    private static final String ANSWER = "UNA:+.? '\nUNB+UNOC:3+LOTTRACE:ZZZ+4012345000108:14+";

    @TempDir
    Path folder;

    private ExchangeFixture exchange;

    @BeforeEach
    void a_partner_that_sends_desadv() {
        exchange = new ExchangeFixture(folder);
        exchange.code = "DESADV";
    }

    @Test
    void what_is_taken_is_acknowledged_by_a_contrl() throws IOException {
        byte[] file = sample("eancom-retail");
        exchange.drop("asn.edi", file);
        exchange.look();

        assertEquals(List.of("INBOUND ACCEPTED [DESADV] asn.edi", "OUTBOUND SENT [CONTRL] " + CONTROL), exchange.log());
        String answer = text(exchange.folders.outbox(), CONTROL);
        assertTrue(answer.startsWith(ANSWER), answer);
        assertEquals(
                List.of(
                        "UNH+1+CONTRL:D:3:UN'",
                        "UCI+RET000417+4012345000108:14+LOTTRACE:ZZZ+7'",
                        "UCM+1+DESADV:D:01B:UN:EAN007+7'",
                        "UNT+4+1'",
                        "UNZ+1+000000001'"),
                answer.lines().skip(2).toList());
        assertEquals("DESADV:D:01B:UN:EAN007", exchange.handled.get(0).version());
        assertArrayEquals(file, Files.readAllBytes(exchange.folders.archive().resolve("asn.edi")));
    }

    @Test
    void a_bad_message_beside_a_good_one_is_rejected_alone_with_code_and_place() throws IOException {
        exchange.drop("asn.edi", sample("broken-eancom"));
        exchange.look();

        assertEquals(1, exchange.applied());
        assertEquals(
                InterchangeStatus.PARTLY_ACCEPTED,
                exchange.service.recent(2).get(1).status());
        List<String> answer = text(exchange.folders.outbox(), CONTROL).lines().toList();
        assertTrue(answer.contains("UCM+1+DESADV:D:01B:UN:EAN007+4+29+UNT+2'"), answer.toString());
        assertTrue(answer.contains("UCD+16+4:5'"), answer.toString());
        assertTrue(answer.contains("UCM+2+DESADV:D:77B:UN+4+14+UNH+3'"), answer.toString());
        assertTrue(answer.contains("UCM+3+DESADV:D:01B:UN:EAN007+7'"), answer.toString());
    }

    @Test
    void what_the_business_refuses_and_what_was_not_read_are_rejected_too() throws IOException {
        exchange.answer = set -> List.of(new Violation("ORDER_UNKNOWN", ViolationPath.WHOLE, "unknown"));
        exchange.drop("asn.edi", sample("eancom-retail"));
        exchange.look();
        exchange.answer = set -> List.of();
        exchange.unread = List.of(new UnreadPart(20, "GIN", 2, "L1", "would be lost"));
        exchange.drop("again.edi", sample("eancom-retail"));
        exchange.look();

        assertEquals(0, exchange.applied());
        assertTrue(
                answer(CONTROL).contains("UCM+1+DESADV:D:01B:UN:EAN007+4+18'"),
                answer(CONTROL).toString());
        List<String> second = answer("CONTRL-4012345000108-000000002.edi");
        assertTrue(
                second.containsAll(List.of("UCM+1+DESADV:D:01B:UN:EAN007+4'", "UCS+20'", "UCD+14+3'")),
                second.toString());
    }

    @Test
    void groups_and_messages_mixed_and_a_message_without_a_type_are_answered_with_their_codes() {
        exchange.drop(
                "mixed.edi",
                "UNB+UNOA:3+4012345000108:14+LOTTRACE:ZZZ+260302:0910+M1'UNH+1+DESADV'BGM+351+A+9'UNT+3+1'"
                        + "UNG+DESADV+4012345000108:14+LOTTRACE:ZZZ+260302:0910+G1+UN+D:01B'UNH+2+DESADV:D:01B:UN'BGM+351+B+9'"
                        + "UNT+3+2'UNE+2+G1'UNZ+2+M1'");
        exchange.look();

        assertEquals(
                List.of(
                        "UCI+M1+4012345000108:14+LOTTRACE:ZZZ+7'",
                        "UCM+1++4+14+UNH+3'",
                        "UCF+G1+4012345000108:14+LOTTRACE:ZZZ+4+29+UNE+2'"),
                answer(CONTROL).subList(3, 6));
        assertEquals(0, exchange.applied());
    }

    @Test
    void the_same_content_again_is_a_duplicate_and_another_one_under_its_number_is_refused() throws IOException {
        exchange.drop("asn.edi", sample("eancom-retail"));
        exchange.look();
        exchange.drop("again.edi", sample("eancom-retail"));
        exchange.look();
        exchange.drop(
                "other.edi",
                new String(sample("eancom-retail"), StandardCharsets.ISO_8859_1)
                        .replace("LS-2026-0417", "LS-2026-9999")
                        .getBytes(StandardCharsets.ISO_8859_1));
        exchange.look();

        assertEquals(1, exchange.applied());
        assertEquals(
                List.of(
                        "INBOUND ACCEPTED [DESADV] asn.edi",
                        "OUTBOUND SENT [CONTRL] " + CONTROL,
                        "INBOUND DUPLICATE [DESADV] again.edi",
                        "INBOUND REJECTED [DESADV] other.edi",
                        "OUTBOUND SENT [CONTRL] CONTRL-4012345000108-000000002.edi"),
                exchange.log());
        assertTrue(answer("CONTRL-4012345000108-000000002.edi")
                .contains("UCI+RET000417+4012345000108:14+LOTTRACE:ZZZ+4+26+UNB+6'"));
    }

    @Test
    void a_test_changes_nothing() throws IOException {
        exchange.drop(
                "test.edi",
                new String(sample("eancom-retail"), StandardCharsets.ISO_8859_1)
                        .replace("RET000417'\nUNH", "RET000417++++++1'\nUNH")
                        .getBytes(StandardCharsets.ISO_8859_1));
        exchange.look();

        assertEquals(0, exchange.applied());
        assertEquals(List.of("INBOUND TEST [DESADV] test.edi", "OUTBOUND SENT [CONTRL] " + CONTROL), exchange.log());
    }

    @Test
    void what_a_stranger_sends_is_kept_byte_for_byte_and_released_when_it_is_known() throws IOException {
        byte[] file = new String(sample("eancom-retail"), StandardCharsets.ISO_8859_1)
                .replace("4012345000108:14", "STRANGER")
                .getBytes(StandardCharsets.ISO_8859_1);
        exchange.drop("asn.edi", file);
        exchange.look();
        InterchangeRecord record = exchange.service.recent(1).get(0);

        assertEquals("INBOUND QUARANTINED [DESADV] asn.edi", exchange.log().get(0));
        assertEquals(List.of(), names(exchange.folders.outbox()));
        assertTrue(exchange.service.text(record.id()).orElseThrow().text().contains("für Brot"));

        exchange.partners.save(
                List.of(aParty("STRANGER").exchangingAs("ZZ", "STRANGER").build()));
        assertEquals(List.of(), exchange.service.release(record.id()));

        assertEquals(1, exchange.applied());
        assertTrue(exchange.handled.get(0).segments().stream()
                .anyMatch(segment -> segment.component(3, 4).contains("für Brot")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UCI+000000001+LOTTRACE:ZZZ+4012345000108:14+7 | ACKNOWLEDGED | ",
                "UCI+000000001+LOTTRACE:ZZZ+4012345000108:14+8 | SENT | ",
                "UCI+000000001+LOTTRACE:ZZZ+4012345000108:14+4+7+UNB+3 | REJECTED | REFUSED_BY_PARTNER UCI / 4",
                "UCI+000000001+LOTTRACE:ZZZ+4012345000108:14+7'UCM+1+DESADV:D:01B:UN+4'UCS+3+13'UCD+12+2:1 | REJECTED |"
                        + " REFUSED_BY_PARTNER set 1 / UCM / 3, SEGMENT_REFUSED set 1 / 3, ELEMENT_REFUSED set 1 / 3 / 1:1",
            })
    void what_the_partner_says_is_noted_with_what_we_sent(String said, InterchangeStatus status, String problems)
            throws IOException {
        assertEquals(List.of(), exchange.service.send(despatch("S-1")));
        String[] segments = said.split("'");
        exchange.drop(
                "contrl.edi",
                "UNB+UNOA:3+4012345000108:14+LOTTRACE:ZZZ+260302:0910+C1'UNH+1+CONTRL:D:3:UN'" + said + "'UNT+"
                        + (segments.length + 2) + "+1'UNZ+1+C1'");
        exchange.look();

        assertEquals(
                List.of(
                        "OUTBOUND " + status + " [DESADV] DESADV-4012345000108-000000001.edi",
                        "INBOUND ACCEPTED [CONTRL] contrl.edi"),
                exchange.log());
        assertEquals(
                problems == null ? "" : problems,
                String.join(
                        ", ",
                        exchange.service.recent(2).get(1).problems().stream()
                                .map(problem -> problem.code() + " " + problem.path())
                                .toList()));
    }

    @Test
    void a_message_without_a_reference_is_rejected_and_the_one_beside_it_is_answered_too() throws IOException {
        exchange.drop(
                "asn.edi",
                new String(sample("eancom-retail"), StandardCharsets.ISO_8859_1)
                        .replace("UNH+1+", "UNH++")
                        .replace("UNT+46+1'", "UNT+46+'UNH+2+DESADV:D:77B:UN'UNT+2+2'")
                        .replace("UNZ+1+", "UNZ+2+")
                        .getBytes(StandardCharsets.ISO_8859_1));
        exchange.look();

        List<String> answer = answer(CONTROL);
        assertTrue(answer.contains("UCM+-+DESADV:D:01B:UN:EAN007+4+12+UNH+2'"), answer.toString());
        assertTrue(answer.contains("UCM+2+DESADV:D:77B:UN+4+14+UNH+3'"), answer.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UNB+UNOA:3+40123~45000108:14+LOTTRACE:ZZZ+260302:0910+C1'UNH+1+DESADV:D:01B:UN'BGM+351+X+9'UNT+3+1'UNZ+1+C1'",
                "UNB+UNOA:3+4012345000108:14+LOT~TRACE:ZZZ+260302:0910+C1'UNH+1+DESADV:D:01B:UN'BGM+351+X+9'UNT+3+1'UNZ+1+C1'",
                "UNB+UNOA:3+4012345000108:14+LOTTRACE:ZZZ+260302:0910+C~1'UNH+1+DESADV:D:01B:UN'BGM+351+X+9'UNT+3+1'UNZ+1+C~1'",
                "UNB+UNOA:3+4012345000108:14+LOTTRACE:ZZZ+260302:0910+C1'UNH+1+DES~ADV:D:01B:UN'BGM+351+X+9'UNT+3+1'UNZ+1+C1'",
                "UNB+UNOA:3+4012345000108:14+LOTTRACE:ZZZ+260302:0910+C1'UNH+~1+DESADV:D:01B:UN'BGM+351+X+9'UNT+3+~1'UNZ+1+C1'",
                "UNB+UNOA:3+4012345000108:14+LOTTRACE:ZZZ+260302:0910+C1'UNH+1+DESADV:D:01B:UN'BGM+351+X~+9'UNT+3+1'UNZ+1+C1'",
                "UNB+UNOA:3+4012345000108:14+LOTTRACE:ZZZ+260302:0910+C1'X~Y+1'UNH+1+DESADV:D:01B:UN'BGM+351+X+9'UNT+3+1'UNZ+1+C1'",
                "UNA:+.? 'UN~B+UNOA'",
                "ISA*00*          *00*          *ZZ*MI~LL           *ZZ*LOTTRACE       *260302*0910*U*00401*000000007*0*P*>!IEA*0*000000007!",
                "ISA*00 ~",
            })
    void a_nul_is_refused_and_its_record_is_kept(String file) {
        ExchangeFixture postgresql = new ExchangeFixture(folder, TestDatabase.postgresql());
        postgresql.code = "DESADV";
        postgresql.drop("nul.edi", file.replace('~', '\0'));
        postgresql.look();

        assertEquals(List.of("nul.edi", "nul.edi.report.txt"), names(postgresql.folders.rejected()));
        assertTrue(
                postgresql.log().get(0).startsWith("INBOUND REJECTED"),
                postgresql.log().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "C~1, 1, UCI+C-1+4012345000108:14+LOTTRACE:ZZZ+4+12+UNB+6'",
        "C1, ~1, UCM+-1+DESADV:D:01B:UN+4+12+UNH+2'"
    })
    void a_reference_with_a_control_character_is_answered_too(String interchange, String message, String expected) {
        String file =
                "UNB+UNOA:3+4012345000108:14+LOTTRACE:ZZZ+260302:0910+I'UNH+M+DESADV:D:01B:UN'BGM+351+X+9'UNT+3+M'"
                        + "UNZ+1+I'";
        exchange.drop(
                "control.edi",
                file.replace("+I'", "+" + interchange + "'")
                        .replace("+M", "+" + message)
                        .replace('~', '\u0007'));
        exchange.look();

        assertTrue(answer(CONTROL).contains(expected), answer(CONTROL).toString());
    }

    @Test
    void what_unb_says_and_nobody_uses_is_named() throws IOException {
        exchange.drop(
                "asn.edi",
                new String(sample("eancom-retail"), StandardCharsets.ISO_8859_1)
                        .replace("4012345000108:14+", "4012345000108:14:DEPT+")
                        .replace("RET000417'\nUNH", "RET000417+SECRET+DESADV+++EANCOM'\nUNH")
                        .getBytes(StandardCharsets.ISO_8859_1));
        exchange.look();

        assertEquals(
                List.of("NOT_USED UNB: these elements of UNB are not used: routing of the sender (0008),"
                        + " password (S005), application (0026), agreement (0032)"),
                exchange.service.recent(2).get(1).problems().stream()
                        .map(Violation::toString)
                        .toList());
    }

    @Test
    void numbers_of_x12_and_of_edifact_are_counted_apart() {
        exchange.code = "856";
        exchange.drop(
                "asn.edi",
                "UNB+UNOA:3+4012345000108:14+LOTTRACE:ZZZ+260302:0910+000000007'UNH+1+CONTRL:D:3:UN'"
                        + "UCI+77+LOTTRACE:ZZZ+4012345000108:14+7'UNT+3+1'UNZ+1+000000007'");
        exchange.look();
        exchange.drop(
                "x12.edi",
                String.join(
                        "~",
                        "ISA*00*          *00*          *14*4012345000108  *ZZ*LOTTRACE       *260302*0910*U*00401*000000007*0*P*>",
                        "GS*FA*4012345000108*LOTTRACE*20260302*0910*7*X*004010",
                        "ST*997*0001",
                        "AK1*SH*77",
                        "AK9*A*1*1*1",
                        "SE*4*0001",
                        "GE*1*7",
                        "IEA*1*000000007",
                        ""));
        exchange.look();

        assertEquals(List.of("INBOUND ACCEPTED [CONTRL] asn.edi", "INBOUND ACCEPTED [997] x12.edi"), exchange.log());
    }

    @Test
    void a_contrl_that_answers_nothing_we_sent_is_said_in_its_record_and_not_answered() {
        exchange.drop(
                "contrl.edi",
                "UNB+UNOA:3+4012345000108:14+LOTTRACE:ZZZ+260302:0910+C1'UNH+1+CONTRL:D:3:UN'"
                        + "UCI+77+LOTTRACE:ZZZ+4012345000108:14+7'UNT+3+1'UNZ+1+C1'");
        exchange.look();

        assertEquals(List.of("INBOUND ACCEPTED [CONTRL] contrl.edi"), exchange.log());
        assertEquals(
                List.of("NOTHING_ACKNOWLEDGED"),
                exchange.service.recent(1).get(0).problems().stream()
                        .map(Violation::code)
                        .toList());
    }

    @Test
    void what_we_send_is_released_counted_and_sent_once() {
        assertEquals(List.of(), exchange.service.send(despatch("S'1+2?:3")));
        assertEquals(List.of(), exchange.service.send(despatch("S'1+2?:3")));

        assertEquals(
                List.of(
                        "UNA:+.? '",
                        "UNB+UNOC:3+LOTTRACE:ZZZ+4012345000108:14+" + DATE + "+000000001'",
                        "UNH+1+DESADV:D:01B:UN:EAN007'",
                        "BGM+351+S?'1?+2???:3+9'",
                        "DTM+137:20260302:102'",
                        "UNT+4+1'",
                        "UNZ+1+000000001'"),
                answer("DESADV-4012345000108-000000001.edi"));
        assertEquals(1, exchange.log().size());
    }

    @Test
    void a_long_address_is_written_in_edifact_and_refused_in_x12() {
        Party distant =
                aParty("DISTANT").exchangingAs("14", "512X20101054836182").build();
        OutboundTransactionSet despatch = despatch("S-1");

        assertEquals(
                List.of(),
                exchange.service.send(new OutboundTransactionSet(
                        despatch.code(), "", despatch.version(), distant, "S-1", despatch.xml(), false)));
        assertTrue(answer("DESADV-512X20101054836182-000000001.edi").get(1).contains("+512X20101054836182:14+"));
        assertEquals(
                List.of("CONTENT_NOT_WRITABLE"),
                exchange
                        .service
                        .send(new OutboundTransactionSet(
                                "856",
                                "SH",
                                "004010",
                                distant,
                                "S-2",
                                "<l:TRANSACTION xmlns:l=\"urn:xlate.io:staedi:names:loops\"/>",
                                false))
                        .stream()
                        .map(Violation::code)
                        .toList());
    }

    @Test
    void what_our_own_schema_refuses_takes_no_number() {
        OutboundTransactionSet broken = despatch("X".repeat(40));

        assertEquals(
                List.of("DATA_ELEMENT_TOO_LONG"),
                exchange.service.send(broken).stream().map(Violation::code).toList());
        assertEquals(List.of(), exchange.service.send(despatch("S-1")));
        assertEquals(List.of("DESADV-4012345000108-000000001.edi"), names(exchange.folders.outbox()));
    }

    private List<String> answer(String name) {
        return text(exchange.folders.outbox(), name).lines().toList();
    }

    private static OutboundTransactionSet despatch(String number) {
        String xml = """
                <l:TRANSACTION xmlns:l="urn:xlate.io:staedi:names:loops" xmlns:s="urn:xlate.io:staedi:names:segments" xmlns:e="urn:xlate.io:staedi:names:elements">
                  <s:BGM><e:BGM01-01>351</e:BGM01-01><e:BGM02-01>%s</e:BGM02-01><e:BGM03>9</e:BGM03></s:BGM>
                  <s:DTM_137><e:DTM01-02>20260302</e:DTM01-02></s:DTM_137>
                </l:TRANSACTION>""".formatted(number);
        return new OutboundTransactionSet("DESADV", "", "D:01B:UN:EAN007", RETAIL, number, xml, false);
    }

    private static byte[] sample(String name) throws IOException {
        return Files.readAllBytes(SamplePartners.MAPPINGS.resolve("samples").resolve(name + ".edi"));
    }
}
