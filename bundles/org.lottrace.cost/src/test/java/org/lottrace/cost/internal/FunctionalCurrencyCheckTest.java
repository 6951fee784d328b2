package org.lottrace.cost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.quantity.UnitPrice;
import org.lottrace.api.violation.Violation;

class FunctionalCurrencyCheckTest {
    private final UnitPrice price = new UnitPrice(new BigDecimal("12.50"), "EUR", new UnitOfMeasure("BG"));

    @Test
    void takes_a_price_in_the_currency_of_the_books() {
        assertEquals(List.of(), new FunctionalCurrencyCheck(CurrencyUnit.EUR).check(price));
    }

    @Test
    void refuses_a_price_in_another_currency() {
        List<Violation> violations = new FunctionalCurrencyCheck(CurrencyUnit.USD).check(price);

        assertEquals(
                List.of("CURRENCY_NOT_FUNCTIONAL"),
                violations.stream().map(Violation::code).toList());
        assertEquals(
                "the price is in EUR, but the books are kept in USD; send it with a price in USD",
                violations.get(0).message());
    }
}
