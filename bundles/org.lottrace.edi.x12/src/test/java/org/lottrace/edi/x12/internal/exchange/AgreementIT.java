package org.lottrace.edi.x12.internal.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.edi.x12.internal.exchange.ExchangeFixture.names;
import static org.lottrace.edi.x12.internal.exchange.ExchangeFixture.sample;
import static org.lottrace.edi.x12.internal.exchange.ExchangeFixture.text;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.api.edi.Direction;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.edi.x12.internal.syntax.X12Scanner;

/** What was agreed with a partner about the exchange is data in its folder. */
class AgreementIT {
    @TempDir
    Path folder;

    @TempDir
    Path mappings;

    private ExchangeFixture exchange;

    @BeforeEach
    void an_empty_exchange() {
        exchange = new ExchangeFixture(folder);
    }

    @Test
    void all_or_nothing_applies_nothing_of_an_interchange_with_a_refused_set_and_says_so_of_each() {
        exchange.agree(mappings, "outcome = INTERCHANGE");
        String two = twoSets();
        exchange.drop("two.edi", two.replaceFirst("SE\\*40\\*0002", "SE*41*0002"));

        exchange.look();

        assertEquals(0, exchange.applied());
        assertEquals("INBOUND REJECTED [856, 856] two.edi", exchange.log().get(0));
        assertTrue(text(exchange.folders.rejected(), "two.edi.report.txt").contains("OTHER_SET_REFUSED"));
        assertTrue(text(exchange.folders.outbox(), "824-ACME-000000002.edi").contains("OTHER_SET_REFUSED"));

        exchange.drop("two.edi", two);
        exchange.look();

        assertEquals(2, exchange.applied());
    }

    @Test
    void all_or_nothing_holds_for_what_the_business_refuses_too() {
        exchange.agree(mappings, "outcome = INTERCHANGE");
        exchange.answer = set -> set.reference().setControl().equals("0002") ? refusal() : List.of();
        exchange.drop("two.edi", twoSets());

        exchange.look();

        assertEquals(0, exchange.applied());
        assertEquals("INBOUND REJECTED [856, 856] two.edi", exchange.log().get(0));
    }

    @ParameterizedTest
    @CsvSource({
        "824, AK5*A~, true",
        "997, AK5*R*5~, false",
        "BOTH, AK5*R*5~, true",
    })
    void a_business_refusal_is_said_as_the_partner_wants_it(String wanted, String answer, boolean isAdvised) {
        exchange.agree(mappings, "business.refusal = " + wanted);
        exchange.answer = set -> refusal();
        exchange.drop("asn.edi", sample("sopi"));

        exchange.look();

        assertTrue(text(exchange.folders.outbox(), "997-ACME-000000001.edi").contains(answer));
        assertEquals(isAdvised, names(exchange.folders.outbox()).stream().anyMatch(name -> name.startsWith("824")));
    }

    @ParameterizedTest
    @CsvSource({
        "ALLOWED, P, ACCEPTED, 1",
        "ALLOWED, T, TEST, 0",
        "REFUSED, P, ACCEPTED, 1",
        "REFUSED, T, REJECTED, 0",
        "ONLY, P, TEST, 0",
        "ONLY, T, TEST, 0",
    })
    void a_test_never_becomes_real(String agreed, String usage, String status, long applied) {
        exchange.agree(mappings, "test = " + agreed);
        exchange.drop("asn.edi", sample("sopi").replace("*0*P*", "*0*" + usage + "*"));

        exchange.look();

        assertEquals(applied, exchange.applied());
        assertEquals("INBOUND " + status + " [856] asn.edi", exchange.log().get(0));
    }

    @Test
    void a_test_that_was_not_agreed_is_refused_by_a_ta1_and_uses_no_number_up() {
        exchange.agree(mappings, "test = REFUSED");
        exchange.drop("asn.edi", sample("sopi").replace("*0*P*", "*0*T*"));
        exchange.look();

        assertTrue(text(exchange.folders.outbox(), "TA1-ACME-000000001.edi").contains("*R*020~"));
        exchange.drop("asn.edi", sample("sopi"));
        exchange.look();

        assertEquals(1, exchange.applied());
    }

    @Test
    void a_partner_that_leaves_its_test_sends_the_same_number_in_earnest() {
        exchange.agree(mappings, "test = ONLY");
        exchange.drop("asn.edi", sample("sopi"));
        exchange.look();
        assertEquals(0, exchange.applied());
        exchange.agree(mappings, "test = REFUSED");
        exchange.drop("asn.edi", sample("sopi"));

        exchange.look();

        assertEquals(1, exchange.applied());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ACMEDC | LTMAIN | ",
                "ACMEDC, ACMEWEST | LT, LTMAIN | ",
                "ACMEWEST | LTMAIN | GROUP_SENDER_DIFFERS ACMEWEST",
                "ACMEDC | LOTTRACE | GROUP_RECEIVER_DIFFERS LOTTRACE",
            })
    void names_in_the_group_are_held_against_those_of_the_partner(String senders, String receivers, String noted) {
        exchange.agree(mappings, "group.sender = " + senders + "\ngroup.receiver = " + receivers);
        exchange.drop("asn.edi", sample("sopi").replace("GS*SH*ACME*LOTTRACE*", "GS*SH*ACMEDC*LTMAIN*"));

        exchange.look();

        assertEquals(1, exchange.applied());
        List<Violation> notes = exchange.service.recent(10).stream()
                .filter(record -> record.direction() == Direction.INBOUND)
                .flatMap(record -> record.problems().stream())
                .toList();
        assertEquals(noted == null ? 0 : 1, notes.size(), notes::toString);
        if (noted != null) {
            assertEquals(noted.split(" ")[0], notes.get(0).code());
            assertTrue(notes.get(0).message().contains("exchange.properties of the partner \"" + noted.split(" ")[1]));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                " ! ISA*00* ! ~\\n ! ST*997*0001~\\n",
                "write.delimiters = | > ~ ! ISA|00| ! >~\\n ! ST|997|0001~\\n",
                "write.line.breaks = NO ! ISA*00* ! :~GS ! ST*997*0001~AK1",
                "write.delimiters = * : LF ! ISA*00* ! :\\nGS ! ST*997*0001\\nAK1",
                "write.delimiters = + > LF ! ISA+00+ ! >\\nGS ! ST+997+0001\\nAK1",
            })
    void what_we_write_is_separated_as_the_partner_wants_it(String agreed, String isa, String end, String st) {
        exchange.agree(mappings, agreed == null ? "" : agreed);
        exchange.drop("asn.edi", sample("sopi"));

        exchange.look();

        String answer = text(exchange.folders.outbox(), "997-ACME-000000001.edi");
        for (String part : List.of(isa, end, st)) {
            assertTrue(answer.contains(part.replace("\\n", "\n")), part + " in " + answer);
        }
        assertEquals(
                "997",
                X12Scanner.scan(answer.getBytes(StandardCharsets.UTF_8))
                        .interchanges()
                        .get(0)
                        .groups()
                        .get(0)
                        .sets()
                        .get(0)
                        .code());
    }

    @Test
    void a_ta1_is_separated_as_the_partner_wants_it() {
        exchange.agree(mappings, "test = REFUSED\nwrite.delimiters = | > ~\nwrite.line.breaks = NO");
        exchange.drop("asn.edi", sample("sopi").replace("*0*P*", "*0*T*"));

        exchange.look();

        String answer = text(exchange.folders.outbox(), "TA1-ACME-000000001.edi");
        assertTrue(answer.startsWith("ISA|00|") && answer.contains("|P|>~TA1|") && answer.endsWith("~"), answer);
    }

    /** Texts of ours, and what they quote, contain anything. */
    @Test
    void an_answer_is_sent_whatever_separates_and_its_texts_are_readable() {
        exchange.agree(mappings, "write.delimiters = * : ~");
        exchange.answer =
                set -> List.of(new Violation("ORDER_UNKNOWN", "order", "order A*7~B is unknown: send it first"));
        exchange.drop("asn.edi", sample("sopi"));

        exchange.look();

        String advice = text(exchange.folders.outbox(), "824-ACME-000000002.edi");
        assertTrue(advice.contains("NTE**order A 7 B is unknown  send it first~"), advice);
    }

    @Test
    void what_was_wrong_is_quoted_whatever_separates() {
        exchange.agree(mappings, "write.delimiters = ! > ~");
        exchange.drop("asn.edi", sample("sopi").replaceFirst("SN1\\*[^*]*\\*[0-9.]+\\*", "SN1**1!2*"));

        exchange.look();

        String answer = text(exchange.folders.outbox(), "997-ACME-000000001.edi");
        assertTrue(answer.contains("!1 2~"), answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "write.delimiters = A : ~",
                "write.delimiters = 1 : ~",
                "write.delimiters = * . ~",
                "write.delimiters = * - ~",
                "write.delimiters = * *  ~",
                "write.delimiters = * :",
                "write.delimiters = LF : ~",
                "write.line.breaks = MAYBE"
            })
    void what_a_value_may_contain_does_not_separate(String line) throws IOException {
        a_setting_that_is_not_known_is_named(line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"outcome = ALL", "business.refusal = 999", "test = MAYBE", "outcomes = SET"})
    void a_setting_that_is_not_known_is_named(String line) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(line));

        IllegalArgumentException why = assertThrows(IllegalArgumentException.class, () -> Agreement.of(properties));

        assertTrue(why.getMessage().contains(line.split(" = ")[0]), why.getMessage());
    }

    private static String twoSets() {
        String text = sample("two-interchanges");
        return text.substring(0, text.indexOf("IEA*1*000000005~") + 16);
    }

    private static List<Violation> refusal() {
        return List.of(new Violation("ORDER_UNKNOWN", ViolationPath.WHOLE, "unknown"));
    }
}
