package org.lottrace.cost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.order.PriceCheck;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.quantity.UnitPrice;
import org.lottrace.api.violation.Violation;
import org.lottrace.company.TestCompany;
import org.lottrace.persistence.testing.TestDatabase;

class FunctionalCurrencyCheckTest {
    private final TestDatabase database = TestDatabase.h2().withBakery();
    private final UnitPrice price = new UnitPrice(new BigDecimal("12.50"), "EUR", new UnitOfMeasure("BG"));

    @Test
    void takes_a_price_in_the_currency_of_the_books() {
        assertEquals(List.of(), check(CurrencyUnit.EUR).check(price));
        assertEquals(List.of(), check(CurrencyUnit.EUR).checkBought(price));
        assertFalse(check(CurrencyUnit.EUR).isForeign(Bakery.BERLIN, "EUR"));
    }

    @Test
    void refuses_a_price_in_another_currency() {
        List<Violation> violations = check(CurrencyUnit.USD).check(price);

        assertEquals(
                List.of("CURRENCY_NOT_FUNCTIONAL"),
                violations.stream().map(Violation::code).toList());
        assertEquals(
                "the price is in EUR, but the books are kept in USD; send it with a price in USD",
                violations.get(0).message());
    }

    @Test
    void refuses_a_price_of_what_is_bought_while_no_rate_is_known() {
        List<Violation> violations =
                database.unitOfWork().required(() -> check(CurrencyUnit.USD).checkBought(price));

        assertEquals(
                "the price is in EUR, but the books are kept in USD, and no exchange rate of the last 31 days is known; record"
                        + " one, or send it with a price in USD",
                violations.get(0).message());
        assertTrue(check(CurrencyUnit.USD).isForeign(Bakery.BERLIN, "EUR"));
    }

    private FunctionalCurrencyCheck check(CurrencyUnit books) {
        return TestCompany.on(database)
                .with(Clock.class, Bakery.CLOCK)
                .configured(LotCostingService.PID, Map.of("currency", books.getCode()))
                .services(PriceCheck.class)
                .stream()
                .filter(FunctionalCurrencyCheck.class::isInstance)
                .map(FunctionalCurrencyCheck.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
