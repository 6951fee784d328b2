package org.lottrace.edi.x12.internal.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.edi.x12.internal.exchange.ExchangeFixture.names;
import static org.lottrace.edi.x12.internal.exchange.ExchangeFixture.sample;
import static org.lottrace.edi.x12.internal.exchange.ExchangeFixture.text;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/** A bad set refuses itself, a bad group its sets, a bad envelope its interchange, and nothing refuses its neighbours. */
class OutcomeOfEachSetIT {
    private static final String ACK_1 = "997-ACME-000000001.edi";
    private static final String TA1_1 = "TA1-ACME-000000001.edi";

    @TempDir
    Path folder;

    private ExchangeFixture exchange;

    @BeforeEach
    void an_empty_exchange() {
        exchange = new ExchangeFixture(folder);
    }

    @Test
    void a_set_with_a_wrong_form_is_refused_and_its_neighbour_is_taken() {
        exchange.drop("two.edi", sample("two-interchanges").replaceFirst("SE\\*40\\*0002", "SE*41*0002"));

        exchange.look();

        assertEquals(3, exchange.applied());
        String answer = text(exchange.folders.outbox(), ACK_1);
        assertTrue(answer.contains("AK2*856*0001~\nAK5*A~\nAK2*856*0002~\nAK5*R*4~\nAK9*P*2*2*1~"), answer);
        assertTrue(text(exchange.folders.rejected(), "two.edi.report.txt")
                .contains("PARTLY_TAKEN\t3 of 4 transaction sets were applied"));
        assertTrue(text(exchange.folders.rejected(), "two.edi.report.txt").contains("Not all of it was applied"));
    }

    @Test
    void what_a_handler_did_before_it_refused_is_undone() {
        exchange.answer = set -> set.reference().setControl().equals("0002") ? refusal() : List.of();
        exchange.drop("two.edi", sample("two-interchanges"));

        exchange.look();

        assertEquals(3, exchange.applied(), "the fixture counts each set it is given, also one it refuses");
    }

    @Test
    void a_set_that_depends_on_a_refused_one_is_refused_with_it() {
        exchange.answer = set -> {
            boolean isFirst = set.reference().setControl().equals("0001");
            boolean isSecondAlone = !isFirst && exchange.handled.size() > 2;
            return isFirst || isSecondAlone ? refusal() : List.of();
        };
        String first = sample("two-interchanges");
        exchange.drop("two.edi", first.substring(0, first.indexOf("IEA*1*000000005~") + 16));

        exchange.look();

        assertEquals(0, exchange.applied());
        assertEquals("INBOUND REJECTED [856, 856] two.edi", exchange.log().get(0));
    }

    @Test
    void the_rest_is_taken_when_its_reason_is_gone() {
        exchange.answer = set -> set.reference().setControl().equals("0002") ? refusal() : List.of();
        exchange.drop("two.edi", sample("two-interchanges"));
        exchange.look();
        exchange.answer = set -> List.of();
        exchange.drop("two.edi", sample("two-interchanges"));

        exchange.look();

        assertEquals(
                List.of("INBOUND ACCEPTED [856, 856] two.edi", "INBOUND ACCEPTED [856, 856] two.edi"),
                exchange.log().stream().filter(line -> line.startsWith("IN")).toList());
        assertEquals(List.of("two.edi"), names(exchange.folders.archive()));
    }

    @Test
    void a_corrected_text_is_the_turn_of_what_was_not_taken_and_of_nothing_else() {
        String text = sample("two-interchanges");
        String first = text.substring(0, text.indexOf("IEA*1*000000005~") + 16);
        exchange.drop("two.edi", first.replaceFirst("SE\\*40\\*0002", "SE*41*0002"));
        exchange.look();
        assertEquals(1, exchange.applied());
        assertEquals(List.of("SET_TAKEN"), taken("two.edi"));
        assertTrue(text(exchange.folders.rejected(), "two.edi.report.txt").contains("were applied: group "));
        exchange.handled.clear();

        exchange.drop("corrected.edi", first);
        exchange.look();

        assertEquals(
                List.of("0002"),
                exchange.handled.stream()
                        .map(set -> set.reference().setControl())
                        .distinct()
                        .toList());
        assertEquals(2, exchange.applied());
        assertEquals(
                List.of("INBOUND ACCEPTED [856, 856] two.edi", "INBOUND ACCEPTED [856, 856] corrected.edi"),
                exchange.log().stream().filter(line -> line.startsWith("IN")).toList());
        assertEquals(List.of("corrected.edi"), names(exchange.folders.archive()));
        assertTrue(text(exchange.folders.outbox(), "997-ACME-000000002.edi").contains("AK9*A*2*2*2~"));

        exchange.drop("again.edi", first);
        exchange.look();
        assertEquals(2, exchange.applied());
        assertEquals(
                "INBOUND DUPLICATE [856, 856] again.edi",
                exchange.log().get(exchange.log().size() - 1));
    }

    @Test
    void what_was_taken_is_not_changed_by_a_corrected_text_and_the_rest_can_come_in_several_steps() {
        String text = sample("two-interchanges");
        String first = text.substring(0, text.indexOf("IEA*1*000000005~") + 16);
        exchange.drop("two.edi", first.replaceFirst("SE\\*40\\*0002", "SE*41*0002"));
        exchange.look();

        exchange.drop("changed.edi", first.replaceFirst("BSN\\*00\\*([^*]+)\\*", "BSN*00*$1-B*"));
        exchange.look();

        assertEquals(2, exchange.applied());
        assertTrue(text(exchange.folders.rejected(), "changed.edi.report.txt").contains("TAKEN_SET_CHANGED"));
        exchange.drop("third.edi", first);
        exchange.look();
        assertEquals(2, exchange.applied());
        assertTrue(exchange.log().contains("INBOUND ACCEPTED [856, 856] third.edi"), exchange.log()::toString);
    }

    @Test
    void another_interchange_under_a_partly_taken_number_is_refused() {
        String text = sample("two-interchanges");
        String first = text.substring(0, text.indexOf("IEA*1*000000005~") + 16);
        exchange.drop("two.edi", first.replaceFirst("SE\\*40\\*0002", "SE*41*0002"));
        exchange.look();

        exchange.drop(
                "other.edi",
                sample("sopi").replace("*000000001*", "*000000005*").replace("IEA*1*000000001", "IEA*1*000000005"));
        exchange.look();

        assertEquals(1, exchange.applied());
        assertTrue(text(exchange.folders.rejected(), "other.edi.report.txt").contains("CONTROL_NUMBER_REUSED"));
    }

    private List<String> taken(String file) {
        return exchange.service.recent(10).stream()
                .filter(record -> record.fileName().equals(file))
                .flatMap(record -> record.problems().stream())
                .map(Violation::code)
                .filter(TakenSets.CODE::equals)
                .toList();
    }

    @Test
    void a_group_with_a_wrong_trailer_is_refused_and_the_other_group_is_taken() {
        exchange.drop("two.edi", sample("two-interchanges").replace("GE*1*61~", "GE*1*66~"));

        exchange.look();

        assertEquals(3, exchange.applied());
        String answer = text(exchange.folders.outbox(), "997-ACME-000000002.edi");
        assertTrue(answer.contains("AK1*SH*61~\nAK2*856*0001~\nAK5*R*5~\nAK9*R*1*1*0*4~"), answer);
        assertTrue(answer.contains("AK1*SH*62~\nAK2*856*0001~\nAK5*A~\nAK9*A*1*1*1~"), answer);
    }

    @Test
    void a_group_of_another_kind_than_its_sets_is_refused() {
        exchange.drop("asn.edi", sample("sopi").replace("GS*SH*", "GS*IN*"));

        exchange.look();

        assertEquals(0, exchange.applied());
        assertTrue(text(exchange.folders.rejected(), "asn.edi.report.txt").contains("2 / GS / 1\tGROUP_KIND_DIFFERS"));
        assertTrue(text(exchange.folders.outbox(), ACK_1).contains("AK9*R*1*1*0*1~"));
    }

    @Test
    void another_name_in_the_group_than_in_the_envelope_is_said_and_refuses_nothing() {
        exchange.drop("asn.edi", sample("sopi").replace("GS*SH*ACME*LOTTRACE*", "GS*SH*ACMEDC*LTMAIN*"));

        exchange.look();

        assertEquals(1, exchange.applied());
        assertEquals(
                List.of("GROUP_SENDER_DIFFERS", "GROUP_RECEIVER_DIFFERS"),
                received().problems().stream().map(Violation::code).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "IEA*1*000000001~ | IEA*2*000000001~ | 021",
                "IEA*1*000000001~ | IEA*1*000000002~ | 001",
                "IEA*1*000000001~ | '' | 023",
                "~GS* | ~N1*SF~GS* | 022",
            })
    void a_bad_envelope_is_answered_by_a_ta1_with_its_code(String from, String to, String code) {
        exchange.drop("asn.edi", sample("sopi").replace("~\n", "~").replace(from, to));

        exchange.look();

        assertEquals(0, exchange.applied());
        assertEquals(List.of(TA1_1), names(exchange.folders.outbox()));
        String answer = text(exchange.folders.outbox(), TA1_1);
        assertTrue(answer.contains("\nTA1*000000001*260302*0915*R*" + code + "~\nIEA*0*000000001~"), answer);
    }

    @Test
    void who_asks_for_it_gets_a_ta1_for_a_good_envelope() {
        exchange.drop("asn.edi", sample("sopi").replace("*000000001*0*P*", "*000000001*1*P*"));

        exchange.look();

        assertEquals(1, exchange.applied());
        assertEquals(List.of("997-ACME-000000002.edi", TA1_1), names(exchange.folders.outbox()));
        assertTrue(text(exchange.folders.outbox(), TA1_1).contains("\nTA1*000000001*260302*0915*A*000~\n"));
    }

    @Test
    void what_stands_between_two_interchanges_is_said_and_refuses_neither() {
        exchange.drop("two.edi", sample("two-interchanges").replace("IEA*1*000000005~", "IEA*1*000000005~N1*SF*X~"));

        exchange.look();

        assertEquals(4, exchange.applied());
        assertTrue(text(exchange.folders.rejected(), "two.edi.report.txt").contains("N1\tSEGMENT_MISPLACED"));
    }

    @Test
    void what_the_business_refuses_is_answered_by_an_824_that_names_document_place_and_reason() {
        exchange.answer = set -> set.reference().setControl().equals("0002")
                ? List.of(new Violation(
                        "ORDER_UNKNOWN",
                        ViolationPath.of(PathStep.level("2"), PathStep.segment("PRF01")),
                        "order PO-5001 is unknown. " + "It may have been entered elsewhere. ".repeat(3)))
                : List.of();
        exchange.drop("two.edi", sample("two-interchanges"));

        exchange.look();

        String advice = text(exchange.folders.outbox(), "824-ACME-000000002.edi");
        assertTrue(advice.contains("GS*AG*LOTTRACE*ACME*20260302*0800*2*X*004010~\nST*824*0001~\n"), advice);
        assertTrue(
                advice.contains("BGN*00*ACME-1006*20260302~\n"
                        + "OTI*TR*SI*ACME-1006*ACME*LOTTRACE***5*0002*856*004010~\n"
                        + "TED*011*ORDER_UNKNOWN set 0002 / HL 2 / PRF01~\n"
                        + "NTE**order PO-5001 is unknown."),
                advice);
        assertEquals(
                List.of("997-ACME-000000001.edi", "824-ACME-000000002.edi", "997-ACME-000000003.edi").stream()
                        .sorted()
                        .toList(),
                names(exchange.folders.outbox()));
    }

    @Test
    void a_refusal_is_answered_once() {
        exchange.answer = set -> refusal();
        exchange.drop("asn.edi", sample("sopi"));
        exchange.look();
        exchange.drop("asn.edi", sample("sopi"));

        exchange.look();

        assertEquals(List.of("824-ACME-000000002.edi", ACK_1), names(exchange.folders.outbox()));
    }

    @Test
    void an_answer_that_cannot_be_written_is_said_and_does_not_keep_the_file() {
        String number = "1234567890123";
        exchange.drop(
                "asn.edi",
                sample("sopi")
                        .replace("*0915*1*X", "*0915*" + number + "*X")
                        .replace("GE*1*1~", "GE*1*" + number + "~"));

        exchange.look();

        assertEquals(List.of("asn.edi", "asn.edi.report.txt"), names(exchange.folders.rejected()));
        assertTrue(received().problems().stream().anyMatch(v -> v.code().equals("ANSWER_NOT_WRITABLE")));
        assertFalse(names(exchange.folders.inbox()).contains("asn.edi"));
    }

    @Test
    void a_ta1_of_a_partner_is_taken_and_not_answered() {
        String isa = sample("sopi").lines().findFirst().orElseThrow();
        exchange.drop("ta1.edi", isa + "\nTA1*000000007*260302*0915*A*000~\nIEA*0*000000001~\n");

        exchange.look();

        assertEquals(List.of("INBOUND ACCEPTED [] ta1.edi"), exchange.log());
        assertEquals(
                List.of("NOTHING_ACKNOWLEDGED"),
                received().problems().stream().map(Violation::code).toList());
        assertEquals(List.of("ta1.edi"), names(exchange.folders.archive()));
    }

    private InterchangeRecord received() {
        return exchange.service.recent(10).stream()
                .filter(record -> record.direction().name().equals("INBOUND"))
                .findFirst()
                .orElseThrow();
    }

    private static List<Violation> refusal() {
        return List.of(new Violation("ORDER_UNKNOWN", ViolationPath.WHOLE, "unknown"));
    }
}
