package org.lottrace.cost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.PurchaseOrderBuilder.aPurchaseOrder;

import java.util.List;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.lottrace.api.order.PurchaseOrder;
import org.lottrace.api.violation.Violation;

class FunctionalCurrencyCheckTest {
    private final PurchaseOrder order = aPurchaseOrder("P1")
            .ordering(FLOUR, "4 BG", "12.50")
            .ordering(SALT, "9 KGM", "0.80")
            .build();

    @Test
    void takes_prices_in_the_currency_of_the_books() {
        assertEquals(List.of(), new FunctionalCurrencyCheck(CurrencyUnit.EUR).check(order));
    }

    @Test
    void refuses_every_price_in_another_currency() {
        List<Violation> violations = new FunctionalCurrencyCheck(CurrencyUnit.USD).check(order);

        assertEquals(
                List.of(
                        "CURRENCY_NOT_FUNCTIONAL lines[1].price: the price is in EUR, but the books are kept in USD;"
                                + " send the order with a price in USD",
                        "CURRENCY_NOT_FUNCTIONAL lines[2].price: the price is in EUR, but the books are kept in USD;"
                                + " send the order with a price in USD"),
                violations.stream().map(Violation::toString).toList());
    }
}
