package org.lottrace.cost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.event.DocumentType.SALES_ORDER;
import static org.lottrace.api.event.DocumentType.SHIPMENT;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.NOW;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.LinePrice;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.EventBuilder;
import org.lottrace.api.fixture.SalesOrderBuilder;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.quantity.UnitPrice;
import org.lottrace.persistence.testing.TestDatabase;

/** Bread leaves with shipment S1 for line 1 of sales order SO1. */
class SalesPriceIT {
    private static final DocumentReference S1 = new DocumentReference(SHIPMENT, "S1");
    private static final Lot LOAF = aLot("F1").of(BREAD).build();
    private static final Lot OTHER = aLot("F2").of(BREAD).build();

    private final TestDatabase database = TestDatabase.h2().withBakery();
    private final SalesPrice prices =
            new SalesPrice(database.ledger(), database.salesOrders(), database.items(), CurrencyUnit.EUR);

    @BeforeEach
    void two_loaves_are_known() {
        database.unitOfWork().run(() -> List.of(LOAF, OTHER).forEach(database.lots()::insert));
    }

    @Test
    void the_price_is_that_of_the_shipment_whatever_the_order_says_now() {
        ordered("9.00 C62");
        shipped(EventType.SHIP, line(LOAF, 1).at(price("40.00", "EUR")));

        assertEquals(Optional.of(Money.parse("EUR 33.33")), of(S1, 1, LOAF));
        assertEquals(CurrencyUnit.EUR, prices.currency());
    }

    @Test
    void another_lot_line_or_shipment_has_no_price() {
        shipped(EventType.SHIP, line(LOAF, 1).at(price("40.00", "EUR")));

        assertEquals(Optional.empty(), of(S1, 1, OTHER));
        assertEquals(Optional.empty(), of(S1, 2, LOAF));
        assertEquals(Optional.empty(), of(new DocumentReference(SHIPMENT, "S2"), 1, LOAF));
    }

    @Test
    void what_is_no_shipment_or_in_another_currency_says_no_price() {
        shipped(EventType.RETURN, line(LOAF, 1).at(price("40.00", "EUR")));
        shipped(EventType.SHIP, line(LOAF, 1).at(price("50.00", "USD")));

        assertEquals(Optional.empty(), of(S1, 1, LOAF));
    }

    @Test
    void a_shipment_of_form_1_has_the_price_that_its_order_line_has_now() {
        append(anEvent("e1", EventType.SHIP), line(LOAF, 1));
        assertEquals(Optional.empty(), of(S1, 1, LOAF));

        ordered("9.00 C62");
        assertEquals(Optional.of(Money.parse("EUR 90.00")), of(S1, 1, LOAF));

        ordered("9.00 KGM");
        assertEquals(Optional.empty(), of(S1, 1, LOAF));

        order(aSalesOrder("SO1").ordering(FLOUR, "10 C62", "9.00 C62"));
        assertEquals(Optional.empty(), of(S1, 1, LOAF));
    }

    private Optional<Money> of(DocumentReference shipment, int line, Lot lot) {
        return database.unitOfWork()
                .required(() -> prices.of(shipment, orderLine(line), lot.key(), quantity("10 C62")));
    }

    /** As it is captured: of form 2. */
    private void shipped(EventType type, EventLine line) {
        append(anEvent("e", type).in(aContext("e-" + type).request().settledAt(Bakery.site(BERLIN))), line);
    }

    private void append(EventBuilder event, EventLine line) {
        database.unitOfWork().run(() -> {
            long position = database.ledger().lockHead().position() + 1;
            database.ledger()
                    .append(new RecordedEvent(
                            event.of(SHIPMENT, "S1").with(line).build(),
                            position,
                            NOW,
                            String.format("%064x", position)));
        });
    }

    private void ordered(String price) {
        order(aSalesOrder("SO1").ordering(BREAD, "10 C62", price));
    }

    private void order(SalesOrderBuilder order) {
        database.unitOfWork().run(() -> database.salesOrders().save(order.build()));
    }

    private static EventLine line(Lot lot, int line) {
        return new EventLine(
                lot.key(),
                Position.at(in(SHELF)),
                Position.at(Place.party(MARKET)),
                quantity("10 C62"),
                quantity("10 C62"),
                Optional.of(orderLine(line)));
    }

    private static OrderLineReference orderLine(int line) {
        return new OrderLineReference(new DocumentReference(SALES_ORDER, "SO1"), line);
    }

    /** Per case of twelve. */
    private static LinePrice price(String amount, String currency) {
        return new LinePrice(
                BREAD,
                new UnitPrice(new BigDecimal(amount), currency, new UnitOfMeasure("CS")),
                new BigDecimal("12"),
                Optional.empty());
    }
}
