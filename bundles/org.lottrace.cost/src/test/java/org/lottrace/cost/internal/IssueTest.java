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

class IssueTest {
    private static final UnitOfMeasure KILOGRAM = new UnitOfMeasure("KGM");

    @ParameterizedTest
    @CsvSource({
        "100.00, 3,   1,     33.33",
        "0.05,   2,   1,     0.03",
        "1.00,   8,   1,     0.13",
        "210.01, 100, 40,    84.00",
        "156.33, 80,  30,    58.62",
        "0.00,   10,  4,     0.00",
        "7.77,   0.3, 0.3,   7.77",
        "9.99,   1,   0.001, 0.01"
    })
    void takes_its_share_rounded_half_up(String value, String quantity, String issued, String share) {
        CostedQuantity issue = Issue.of(costed(quantity, value), kilograms(issued));

        assertEquals(costed(issued, share), issue);
    }

    @Test
    void keeps_to_the_minor_unit_of_the_currency() {
        CostedQuantity yen = new CostedQuantity(kilograms("3"), Money.ofMajor(CurrencyUnit.JPY, 100));

        assertEquals(
                Money.ofMajor(CurrencyUnit.JPY, 33),
                Issue.of(yen, kilograms("1")).value());
    }

    @Test
    void refuses_more_than_there_is() {
        var refusal =
                assertThrows(UnbookableEventException.class, () -> Issue.of(costed("2", "5.00"), kilograms("2.001")));

        assertTrue(refusal.getMessage().contains("2.001 KGM leave where the books have only 2 KGM"));
    }

    @Property
    void many_issues_take_exactly_the_whole_value(
            @ForAll @LongRange(min = 0, max = 1_000_000) long cents,
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 1, max = 10_000) Integer> parts) {
        Money value = Money.ofMinor(CurrencyUnit.EUR, cents);
        int total = parts.stream().mapToInt(Integer::intValue).sum();
        CostedQuantity left = new CostedQuantity(kilograms(Integer.toString(total)), value);
        Money issued = Money.zero(CurrencyUnit.EUR);

        for (int part : parts) {
            CostedQuantity issue = Issue.of(left, kilograms(Integer.toString(part)));
            left = left.minus(issue);
            issued = issued.plus(issue.value());
            assertFalse(issue.value().isNegative());
            assertFalse(left.value().isNegative());
        }

        assertEquals(value, issued);
        assertTrue(left.value().isZero());
    }

    private static CostedQuantity costed(String quantity, String euros) {
        return new CostedQuantity(kilograms(quantity), Money.of(CurrencyUnit.EUR, new BigDecimal(euros)));
    }

    private static Quantity kilograms(String amount) {
        return new Quantity(new BigDecimal(amount), KILOGRAM);
    }
}
