package org.lottrace.edi.x12.internal.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.lottrace.edi.x12.internal.exchange.ExchangeFixture.names;
import static org.lottrace.edi.x12.internal.exchange.ExchangeFixture.sample;
import static org.lottrace.edi.x12.internal.exchange.ExchangeFixture.text;

import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.edi.x12.internal.syntax.FileLimits;

/** Whatever somebody drops, the report can be read by a person and the next file is taken. */
class LimitsIT {
    private static final int LARGEST = 200_000;
    private static final int MOST_PROBLEMS = 1_101;

    @TempDir
    Path folder;

    private ExchangeFixture exchange;

    @BeforeEach
    void an_exchange_with_a_small_limit() {
        exchange = new ExchangeFixture(folder);
        exchange.limits = new FileLimits(LARGEST);
        exchange.restart();
    }

    @Test
    void a_file_over_the_limit_is_set_aside_unread_and_recorded_and_nobody_is_answered() {
        String sample = sample("sopi");
        exchange.drop("big.edi", sample + " ".repeat(LARGEST));
        exchange.drop("good.edi", sample);

        exchange.look();

        assertEquals(
                List.of(
                        "INBOUND REJECTED [] big.edi",
                        "INBOUND ACCEPTED [856] good.edi",
                        "OUTBOUND SENT [997] 997-ACME-000000001.edi"),
                exchange.log());
        assertEquals(
                "FILE_TOO_LARGE",
                exchange.service.recent(3).get(2).problems().get(0).code());
        assertTrue(text(exchange.folders.rejected(), "big.edi.report.txt").contains("FILE_TOO_LARGE"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nonsense")
    void nonsense_within_the_limit_is_set_aside_with_a_report_a_person_can_read(String name, String content) {
        exchange.drop("bad.edi", content.substring(0, Math.min(content.length(), LARGEST)));
        exchange.drop("good.edi", sample("sopi"));

        exchange.look();

        assertEquals(List.of("good.edi"), names(exchange.folders.archive()));
        assertEquals(List.of("bad.edi", "bad.edi.report.txt"), names(exchange.folders.rejected()));
        for (InterchangeRecord record : exchange.service.recent(2_000)) {
            assertTrue(
                    record.problems().size() <= MOST_PROBLEMS,
                    name + ": " + record.problems().size());
        }
        assertEquals(1, exchange.applied());
    }

    static Stream<Arguments> nonsense() {
        String whole = sample("sopi");
        String isa = whole.lines().findFirst().orElseThrow();
        String start = whole.substring(0, whole.indexOf("HL*2*1*O"));
        String end = "CTT*4~SE*1*0001~GE*1*1~IEA*1*000000001~";
        return Stream.of(
                arguments("no line breaks and no ISA", "x".repeat(LARGEST)),
                arguments("spaces", " ".repeat(LARGEST)),
                arguments("ISA after ISA", repeat(i -> isa)),
                arguments(
                        "the beginning of an ISA, each with a separator of its own",
                        repeat(i -> "ISA" + (char) (0x2100 + i % 8000) + "\n")),
                arguments("segments that stand nowhere", isa + repeat(i -> "A~")),
                arguments("a segment without an end", start + "PID*F****" + "x".repeat(LARGEST)),
                arguments("elements without an end", start + "LIN*" + "*".repeat(LARGEST)),
                arguments(
                        "one element of a segment after the other",
                        start + repeat(i -> "LIN*" + "1*".repeat(30) + "~")),
                arguments("groups", isa + repeat(i -> "GS~")),
                arguments("sets", isa + "GS*SH*ACME*LOTTRACE*20260302*0915*1*X*004010~" + repeat(i -> "ST*856~")),
                arguments("a level below the other", start + repeat(i -> "HL*" + (i + 2) + "*" + (i + 1) + "*I~")),
                arguments(
                        "packs below packs",
                        start + "HL*2*1*O~PRF*P~" + repeat(i -> "HL*" + (i + 3) + "*" + (i + 2) + "*P~")),
                arguments("orders without an order", start + repeat(i -> "HL*" + (i + 2) + "*1*O~")),
                arguments("wrong elements", start + repeat(i -> "MEA*PD*NNNNNNNN*X*Y~")),
                arguments("control characters", start + repeat(i -> "PID*F****\u0007~")),
                arguments("loops of a level", start + repeat(i -> "N1*ST*X~N1*ST~") + end));
    }

    private static String repeat(IntFunction<String> part) {
        return IntStream.range(0, LARGEST / 2).mapToObj(part).collect(Collectors.joining());
    }
}
