package org.lottrace.cost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.event.DocumentType.PURCHASE_ORDER;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.PurchaseOrderBuilder.aPurchaseOrder;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.LinePrice;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.quantity.UnitPrice;
import org.lottrace.persistence.testing.TestDatabase;

/** Ten kilograms of flour are received for line 1 of an order. */
class OrderPriceIT {
    private static final Optional<OrderLineReference> LINE =
            Optional.of(new OrderLineReference(new DocumentReference(PURCHASE_ORDER, "P1"), 1));
    private static final TraceEvent FORM_1 = anEvent("e1", EventType.RECEIVE).build();
    private static final TraceEvent FORM_2 = anEvent("e1", EventType.RECEIVE)
            .in(aContext("e1").request().settledAt(Bakery.site(BERLIN)))
            .build();

    private final TestDatabase database = TestDatabase.h2().withBakery();

    @ParameterizedTest
    @CsvSource({
        // price, currency, per, base units, value of 10 kg
        "2.00, EUR, KGM, 1, EUR 20.00",
        "12.50, EUR, BG, 25, EUR 5.00",
        "0.0015, EUR, KGM, 1, EUR 0.02",
        "0.0014, EUR, KGM, 1, EUR 0.01",
        "5, JPY, BG, 25, JPY 2"
    })
    void the_price_of_the_record_is_booked_rounded_once(
            BigDecimal price, String currency, String per, BigDecimal baseUnits, String value) {
        assertEquals(
                Money.parse(value),
                price(CurrencyUnit.of(currency), FORM_2, FLOUR, LINE, agreed(FLOUR, price, currency, per, baseUnits)));
    }

    @Test
    void a_record_of_form_1_has_the_price_that_its_order_line_has_now() {
        ordered(FLOUR, "3.00");

        assertEquals(Money.parse("EUR 30.00"), price(CurrencyUnit.EUR, FORM_1, FLOUR, LINE, Optional.empty()));
    }

    @Test
    void what_has_no_price_of_its_own_in_the_currency_of_the_books_is_not_booked() {
        ordered(FLOUR, "3.00");

        refused("for no line of a purchase order", FORM_2, FLOUR, Optional.empty(), Optional.empty());
        refused("is that of item BREAD", FORM_2, FLOUR, LINE, eurosPerKilogram(BREAD));
        refused(
                "is in USD, but the books are kept in EUR, and its record has no exchange rate; record a rate of USD",
                FORM_2,
                FLOUR,
                LINE,
                agreed(FLOUR, BigDecimal.ONE, "USD", "KGM", BigDecimal.ONE));
        refused("the record has no price", FORM_2, FLOUR, LINE, Optional.empty());
    }

    @Test
    void goods_that_came_without_an_order_are_booked_at_the_price_of_the_record() {
        assertEquals(
                Money.parse("EUR 10.00"),
                price(CurrencyUnit.EUR, FORM_2, FLOUR, Optional.empty(), eurosPerKilogram(FLOUR)));
    }

    @Test
    void a_record_of_form_1_needs_its_order_line_and_an_item_that_knows_its_unit() {
        refused("there is no PURCHASE_ORDER P1", FORM_1, FLOUR, LINE, Optional.empty());
        ordered(BREAD, "3.00");
        refused("is per KGM, but item BREAD has no such unit", FORM_1, BREAD, LINE, Optional.empty());
        refused("item CAKE is unknown", FORM_1, new ItemNumber("CAKE"), LINE, Optional.empty());
    }

    private void refused(
            String reason,
            TraceEvent event,
            ItemNumber item,
            Optional<OrderLineReference> orderLine,
            Optional<LinePrice> price) {
        String message = assertThrows(
                        UnbookableEventException.class, () -> price(CurrencyUnit.EUR, event, item, orderLine, price))
                .getMessage();

        assertTrue(message.contains(reason), message);
    }

    private Money price(
            CurrencyUnit currency,
            TraceEvent event,
            ItemNumber item,
            Optional<OrderLineReference> orderLine,
            Optional<LinePrice> price) {
        LotKey lot = aLot("L1").of(item).key();
        EventLine line = new EventLine(
                lot,
                Position.at(Place.party(MILL)),
                Position.at(in(SHELF)),
                quantity("10 KGM"),
                quantity("10 KGM"),
                orderLine,
                price,
                List.of());
        return database.unitOfWork().required(() -> new OrderPrice(
                        database.purchaseOrders(), database.items(), new PublishedRates(database.ledger()), currency)
                .apply(event, line));
    }

    /** Per kilogram, whatever it is. */
    private void ordered(ItemNumber item, String euros) {
        database.unitOfWork().run(() -> database.purchaseOrders()
                .save(aPurchaseOrder("P1").ordering(item, "10 KGM", euros).build()));
    }

    private static Optional<LinePrice> eurosPerKilogram(ItemNumber item) {
        return agreed(item, BigDecimal.ONE, "EUR", "KGM", BigDecimal.ONE);
    }

    private static Optional<LinePrice> agreed(
            ItemNumber item, BigDecimal price, String currency, String per, BigDecimal baseUnits) {
        return Optional.of(new LinePrice(
                item, new UnitPrice(price, currency, new UnitOfMeasure(per)), baseUnits, Optional.empty()));
    }
}
