package org.lottrace.cost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;

class LayerTest {
    private static final UnitOfMeasure KILOGRAM = new UnitOfMeasure("KGM");

    @ParameterizedTest
    @CsvSource({
        "100.00, 3,   1,     33.33",
        "0.05,   2,   1,     0.02",
        "1.00,   8,   1,     0.12",
        "210.01, 100, 40,    84.00",
        "156.33, 80,  30,    58.62",
        "0.00,   10,  4,     0.00",
        "7.77,   0.3, 0.3,   7.77",
        "9.99,   1,   0.001, 0.01"
    })
    void leaves_the_unit_cost_times_what_is_left_rounded_half_up(
            String value, String quantity, String issued, String share) {
        CostedQuantity issue = Layer.of(costed(quantity, value)).issue(kilograms(issued));

        assertEquals(costed(issued, share), issue);
    }

    @Test
    void keeps_to_the_minor_unit_of_the_currency() {
        CostedQuantity yen = new CostedQuantity(kilograms("3"), Money.ofMajor(CurrencyUnit.JPY, 100));

        assertEquals(
                Money.ofMajor(CurrencyUnit.JPY, 33),
                Layer.of(yen).issue(kilograms("1")).value());
    }

    @Test
    void refuses_more_than_there_is() {
        var refusal = assertThrows(UnbookableEventException.class, () -> Layer.of(costed("2", "5.00"))
                .issue(kilograms("2.001")));

        assertTrue(refusal.getMessage().contains("2.001 KGM leave where the books have only 2 KGM"));
    }

    @Test
    void three_hundred_single_issues_of_a_thousand_pieces_at_four_tenths_of_a_cent_take_one_twenty() {
        Layer layer = Layer.of(costed("1000", "4.00"));
        Money issued = Money.zero(CurrencyUnit.EUR);

        for (int i = 0; i < 300; i++) {
            CostedQuantity issue = layer.issue(kilograms("1"));
            issued = issued.plus(issue.value());
            layer = layer.plus(issue.negated());
        }

        assertEquals(Money.parse("EUR 1.20"), issued);
    }

    @Test
    void what_is_found_again_is_worth_what_was_written_off() {
        Layer layer = Layer.of(costed("7", "10.00"));
        CostedQuantity lost = layer.issue(kilograms("7"));
        layer = layer.plus(lost.negated());

        assertEquals(costed("7", "10.00"), layer.found(kilograms("7")));
        assertEquals(costed("3", "4.29"), layer.found(kilograms("3")));
    }

    @Test
    void goods_that_come_in_at_another_cost_change_the_unit_cost_of_all() {
        Layer layer =
                Layer.of(costed("1000", "4.00")).plus(costed("999", "4.00").negated());

        assertEquals(costed("1", "5.00"), layer.receiving(costed("1", "10.00")).issue(kilograms("1")));
    }

    @Property
    void many_issues_take_the_whole_value_and_are_never_more_than_half_a_cent_off(
            @ForAll @LongRange(min = 0, max = 1_000_000) long cents,
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 1, max = 10_000) Integer> parts) {
        Money value = Money.ofMinor(CurrencyUnit.EUR, cents);
        long total = parts.stream().mapToInt(Integer::intValue).sum();
        Layer layer = Layer.of(new CostedQuantity(kilograms(Long.toString(total)), value));
        Money issued = Money.zero(CurrencyUnit.EUR);
        long left = total;

        for (int part : parts) {
            CostedQuantity issue = layer.issue(kilograms(Integer.toString(part)));
            layer = layer.plus(issue.negated());
            issued = issued.plus(issue.value());
            left -= part;
            assertFalse(issue.value().isNegative());
            // |V - V0*q/Q0| <= 0.005, in whole numbers
            long off = Math.abs(layer.left().value().getAmountMinorLong() * total - cents * left);
            assertTrue(2 * off <= total, () -> "more than half a cent off");
        }

        assertEquals(value, issued);
        assertTrue(layer.left().value().isZero());
    }

    private static CostedQuantity costed(String quantity, String euros) {
        return new CostedQuantity(kilograms(quantity), Money.of(CurrencyUnit.EUR, new BigDecimal(euros)));
    }

    private static Quantity kilograms(String amount) {
        return new Quantity(new BigDecimal(amount), KILOGRAM);
    }
}
