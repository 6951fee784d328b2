package org.lottrace.gs1.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.lottrace.api.identification.ElementValue;
import org.lottrace.api.identification.Identification;
import org.lottrace.api.identification.Scan;
import org.lottrace.api.identification.WrittenElements;
import org.lottrace.api.violation.Violation;
import org.lottrace.gs1.internal.rule.Keys;

class WritingTest {
    private static final Identification IDENTIFICATION =
            new IdentificationService(Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC));
    private static final String CSET82 =
            "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

    @Test
    void a_separator_stands_only_where_it_is_needed() {
        WrittenElements written = written(
                new ElementValue("01", "04012345000016"),
                new ElementValue("10", "A(1)"),
                new ElementValue("17", "260331"),
                new ElementValue("21", "7"));

        assertEquals("010401234500001610A(1)\u001d17260331217", written.elementString());
        assertEquals("(01)04012345000016(10)A\\(1)(17)260331(21)7", written.brackets());
        assertEquals(
                Optional.of("https://id.example.com/01/04012345000016/10/A%281%29/21/7?17=260331"), written.link());
    }

    @Test
    void what_is_no_key_has_no_link() {
        assertEquals(Optional.empty(), written(new ElementValue("91", "X")).link());
    }

    /** Number and count stand in different symbols of one label. */
    @Test
    void symbols_of_the_same_goods_are_held_against_the_rules_together() {
        List<ElementValue> pallet = List.of(new ElementValue("00", "340123450000000017"));
        List<ElementValue> content = List.of(new ElementValue("02", "04012345000016"), new ElementValue("37", "24"));

        assertEquals(
                List.of(),
                IDENTIFICATION
                        .write(List.of(pallet, content), "https://id.gs1.org")
                        .violations());
        assertEquals(
                1,
                IDENTIFICATION
                        .write(List.of(content), "https://id.gs1.org")
                        .violations()
                        .size());
    }

    private static WrittenElements written(ElementValue... elements) {
        return IDENTIFICATION
                .write(List.of(List.of(elements)), "https://id.example.com")
                .toOptional()
                .orElseThrow()
                .get(0);
    }

    @Test
    void refuses_what_breaks_a_rule_or_needs_another_element() {
        List<Violation> violations = refused(new ElementValue("10", "L 1"), new ElementValue("17", "261301"));

        assertEquals(2, violations.size());
        assertEquals(Identification.RULE_BROKEN, violations.get(0).code());
        assertEquals(1, refused(new ElementValue("10", "L1")).size());
    }

    private static List<Violation> refused(ElementValue... elements) {
        return IDENTIFICATION
                .write(List.of(List.of(elements)), "https://id.gs1.org")
                .violations();
    }

    @Property
    void what_was_written_is_read_again_in_every_form(@ForAll("goods") List<ElementValue> elements) {
        WrittenElements written = IDENTIFICATION
                .write(List.of(elements), "https://id.example.com/x")
                .toOptional()
                .orElseThrow()
                .get(0);

        assertEquals(elements, values(IDENTIFICATION.read("]C1" + written.elementString())));
        assertEquals(elements, values(IDENTIFICATION.read(written.brackets())));
        assertEquals(
                sorted(elements),
                sorted(values(IDENTIFICATION.read(written.link().orElseThrow()))));
    }

    private static List<ElementValue> values(Scan scan) {
        assertEquals(List.of(), scan.problems());
        return scan.elements().stream()
                .map(element -> new ElementValue(element.ai(), element.value()))
                .toList();
    }

    private static List<String> sorted(List<ElementValue> elements) {
        return elements.stream().map(ElementValue::toString).sorted().toList();
    }

    @Provide
    Arbitrary<List<ElementValue>> goods() {
        Arbitrary<String> gtin = digits(13).map(Keys::withCheckDigit);
        Arbitrary<String> lot =
                Arbitraries.strings().withChars(CSET82).ofMinLength(1).ofMaxLength(20);
        Arbitrary<String> serial =
                Arbitraries.strings().withChars(CSET82).ofMinLength(1).ofMaxLength(20);
        Arbitrary<String> weight = digits(6);
        Arbitrary<Integer> day = Arbitraries.integers().between(0, 28);
        Arbitrary<Integer> choice = Arbitraries.integers().between(0, 15);
        return Combinators.combine(gtin, lot, serial, weight, day, choice).as(WritingTest::elements);
    }

    private static List<ElementValue> elements(
            String gtin, String lot, String serial, String weight, int day, int choice) {
        List<ElementValue> elements = new ArrayList<>();
        elements.add(new ElementValue("01", gtin));
        if ((choice & 1) > 0) {
            elements.add(new ElementValue("10", lot));
        }
        if ((choice & 2) > 0) {
            elements.add(new ElementValue("17", String.format("2702%02d", day)));
        }
        if ((choice & 4) > 0) {
            elements.add(new ElementValue("21", serial));
        }
        if ((choice & 8) > 0) {
            elements.add(new ElementValue("3103", weight));
        }
        return elements;
    }

    private static Arbitrary<String> digits(int length) {
        return Arbitraries.strings().numeric().ofLength(length).filter(digits -> digits.matches("[0-9]+"));
    }
}
