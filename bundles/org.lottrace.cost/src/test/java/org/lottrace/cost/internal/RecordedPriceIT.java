package org.lottrace.cost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.TODAY;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.PurchaseOrderBuilder.aPurchaseOrder;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.lottrace.api.cost.CostingStoppedException;
import org.lottrace.api.cost.DraftEntry;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.cost.RecallGoods;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
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

/** What is booked is what was agreed when the goods moved, whatever becomes of the order afterwards. */
class RecordedPriceIT {
    private final LotKey flour = aLot("L1").key();
    private final LotKey bread = aLot("F1").of(BREAD).madeAt(BERLIN).key();
    private final BakeryBooks books = new BakeryBooks();

    /** Ten of item A at 2.00 were booked at 900.00, the price of item B, which was on line 1 of the order later. */
    @Test
    void an_order_that_is_sent_again_with_other_lines_changes_nothing_that_was_received() {
        books.ordered("P1", FLOUR, "10 KGM", "2.00").recorded(received(price(FLOUR, "2.00", "KGM", "1")));
        books.ordered(aPurchaseOrder("P1").ordering(BREAD, "10 C62", "900.00").build());
        LotCosting costing = books.costing();

        assertEquals(
                Money.parse("EUR 20.00"), costing.costOf(flour).orElseThrow().value());

        books.forgetEverythingBooked();
        books.ordered(aPurchaseOrder("P1").ordering(FLOUR, "10 KGM", "7.00").build());

        assertEquals(
                Money.parse("EUR 20.00"), costing.costOf(flour).orElseThrow().value());
    }

    @Test
    void the_unit_factor_is_that_of_the_record_too() {
        books.recorded(received(price(FLOUR, "12.50", "BG", "20"))); // a bag of the item has 25 kg now

        assertEquals(
                Money.parse("EUR 6.25"),
                books.costing().costOf(flour).orElseThrow().value());
    }

    @Test
    void a_price_of_another_item_is_never_booked() {
        books.recorded(received(price(BREAD, "900.00", "C62", "1")));

        assertThrows(CostingStoppedException.class, () -> books.costing().costOf(flour));
    }

    @Test
    void a_record_of_form_2_without_a_price_is_not_booked_at_that_of_the_order() {
        books.ordered("P1", FLOUR, "10 KGM", "2.00").recorded(received(Optional.empty()));

        assertThrows(CostingStoppedException.class, () -> books.costing().costOf(flour));
    }

    @Test
    void a_receipt_that_says_that_nobody_knew_a_price_is_booked_at_nothing() {
        books.recorded(received(Optional.empty())
                .saying(List.of(KeyDataElement.FINDING.is(new KeyDataValue.Code("PRICE_MISSING")))));

        LotCost cost = books.costing().costOf(flour).orElseThrow();

        assertEquals(Money.parse("EUR 0.00"), cost.value());
        assertEquals(quantity("10 KGM"), cost.quantity());
    }

    @Test
    void a_customer_is_credited_what_was_agreed_when_the_goods_left() {
        LinePrice agreed = price(BREAD, "40.00", "CS", "12").orElseThrow();
        books.recorded(received(price(FLOUR, "2.00", "KGM", "1")), baked(), shipped(agreed))
                .sold(aSalesOrder("SO1").ordering(BREAD, "30 C62", "1.00 C62").build());

        RecallGoods.Sold sold = new RecallGoods.Sold(
                new DocumentReference(DocumentType.SHIPMENT, "S1"),
                MARKET,
                bread,
                quantity("3 C62"),
                quantity("0 C62"));
        DraftEntry credits = books
                .recallCosting()
                .draft(new RecallGoods(List.of(flour), List.of(flour, bread), List.of(sold), TODAY))
                .entries()
                .stream()
                .filter(entry -> entry.purpose() == DraftEntry.Purpose.CREDIT_ACCRUAL)
                .findFirst()
                .orElseThrow();

        assertEquals(Money.parse("EUR 10.00"), credits.total());
    }

    private TraceEvent received(Optional<LinePrice> price) {
        EventLine line = new EventLine(
                flour,
                Position.at(Place.party(MILL)),
                Position.at(Bakery.in(SHELF)),
                quantity("10 KGM"),
                quantity("10 KGM"),
                Optional.of(new OrderLineReference(new DocumentReference(DocumentType.PURCHASE_ORDER, "P1"), 1)),
                price,
                List.of());
        return event("N1", EventType.RECEIVE, DocumentType.SHIP_NOTICE, line);
    }

    private TraceEvent baked() {
        return anEvent("B1", EventType.COUNT)
                .of(DocumentType.COUNT_SHEET, "B1")
                .moving(bread, "3 C62", Place.countDifference(BERLIN), Bakery.in(SHELF))
                .build();
    }

    private TraceEvent shipped(LinePrice price) {
        EventLine line = new EventLine(
                bread,
                Position.at(Bakery.in(SHELF)),
                Position.at(Place.party(MARKET)),
                quantity("3 C62"),
                quantity("3 C62"),
                Optional.of(new OrderLineReference(new DocumentReference(DocumentType.SALES_ORDER, "SO1"), 1)));
        return event("S1", EventType.SHIP, DocumentType.SHIPMENT, line.at(price));
    }

    /** As it is captured: of form 2. */
    private static TraceEvent event(String id, EventType type, DocumentType document, EventLine line) {
        return anEvent(id, type)
                .in(aContext(id).request().settledAt(Bakery.site(BERLIN)))
                .of(document, id)
                .with(line)
                .build();
    }

    private static Optional<LinePrice> price(ItemNumber item, String euros, String per, String baseUnits) {
        return Optional.of(new LinePrice(
                item,
                new UnitPrice(new BigDecimal(euros), "EUR", new UnitOfMeasure(per)),
                new BigDecimal(baseUnits),
                Optional.empty()));
    }
}
