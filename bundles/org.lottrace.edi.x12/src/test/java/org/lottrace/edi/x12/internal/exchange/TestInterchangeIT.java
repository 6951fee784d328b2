package org.lottrace.edi.x12.internal.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.edi.x12.internal.exchange.ExchangeFixture.names;
import static org.lottrace.edi.x12.internal.exchange.ExchangeFixture.sample;
import static org.lottrace.edi.x12.internal.exchange.ExchangeFixture.text;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/** ISA15 is T: checked, acknowledged, recorded, and nothing else. */
class TestInterchangeIT {
    private static final String ACK_1 = "997-ACME-000000001.edi";

    @TempDir
    Path folder;

    private ExchangeFixture exchange;

    @BeforeEach
    void an_empty_exchange() {
        exchange = new ExchangeFixture(folder);
    }

    @Test
    void is_tried_acknowledged_and_recorded_and_changes_nothing() {
        exchange.drop("asn.edi", test("sopi"));

        exchange.look();

        assertEquals(1, exchange.handled.size());
        assertEquals(0, exchange.applied());
        assertEquals(List.of("INBOUND TEST [856] asn.edi", "OUTBOUND SENT [997] " + ACK_1), exchange.log());
        assertEquals(List.of("asn.edi"), names(exchange.folders.archive()));
        String answer = text(exchange.folders.outbox(), ACK_1);
        assertTrue(answer.contains("AK5*A~"), answer);
        assertTrue(answer.contains("*U*00401*000000001*0*P*"), "our usage is the configured one: " + answer);
    }

    @Test
    void does_not_use_the_control_number_up() {
        exchange.drop("test.edi", test("sopi"));
        exchange.look();
        exchange.drop("other-test.edi", test("sopi").replace("ACME-1001", "ACME-9999"));
        exchange.drop("test-again.edi", test("sopi"));
        exchange.drop("with-the-same-number.edi", sample("sopi"));

        exchange.look();

        assertEquals(1, exchange.applied());
        assertEquals(
                List.of(
                        "INBOUND TEST [856] test.edi",
                        "INBOUND TEST [856] other-test.edi",
                        "INBOUND DUPLICATE [856] test-again.edi",
                        "INBOUND ACCEPTED [856] with-the-same-number.edi"),
                exchange.log().stream().filter(line -> line.startsWith("IN")).toList());
    }

    @Test
    void what_is_wrong_with_it_is_said() {
        exchange.answer = set -> List.of(new Violation(
                "ORDER_UNKNOWN",
                ViolationPath.of(PathStep.level("2"), PathStep.segment("PRF01")),
                "order PO-5001 is unknown"));
        exchange.drop("business.edi", test("sopi"));
        exchange.drop("form.edi", test("broken-elements"));

        exchange.look();

        assertEquals(
                List.of("business.edi", "business.edi.report.txt", "form.edi", "form.edi.report.txt"),
                names(exchange.folders.rejected()));
        assertEquals(
                List.of("INBOUND TEST [856] business.edi", "INBOUND TEST [856] form.edi"),
                exchange.log().stream().filter(line -> line.startsWith("IN")).toList());
        assertTrue(text(exchange.folders.outbox(), ACK_1).contains("AK5*A~"));
        assertTrue(text(exchange.folders.outbox(), "997-ACME-000000003.edi").contains("AK5*R*"));
    }

    @Test
    void beside_a_real_one_in_a_file_only_the_real_one_is_applied() {
        exchange.drop("both.edi", test("sopi") + sample("sotpi"));

        exchange.look();

        assertEquals(2, exchange.handled.size());
        assertEquals(1, exchange.applied());
        assertEquals(
                List.of("INBOUND TEST [856] both.edi", "INBOUND ACCEPTED [856] both.edi"),
                exchange.log().stream().filter(line -> line.startsWith("IN")).toList());
    }

    @Test
    void after_a_crash_it_is_recorded_and_acknowledged_once() {
        exchange.drop("asn.edi", test("sopi"));
        exchange.look();
        List<String> log = exchange.log();
        ExchangeFixture.move(exchange.folders.archive().resolve("asn.edi"), exchange.folders.inbox());
        exchange.restart();

        exchange.look();

        assertEquals(log, exchange.log());
        assertEquals(List.of(ACK_1), names(exchange.folders.outbox()));
    }

    private static String test(String sample) {
        return sample(sample).replaceAll("\\*P\\*>~", "*T*>~");
    }
}
