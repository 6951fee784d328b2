package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.PurchaseOrderBuilder.aPurchaseOrder;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.api.fixture.ShipNoticeBuilder.aShipNotice;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.FLOUR_2;
import static org.lottrace.company.WorkingBakery.NEXT_YEAR;
import static org.lottrace.company.WorkingBakery.came;
import static org.lottrace.company.WorkingBakery.on;
import static org.lottrace.company.WorkingBakery.recorded;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.LinePrice;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.company.WorkingBakery;

/** What a projection would have to ask the orders and the lot master for is in the event. */
class OrderPriceIT {
    private final WorkingBakery bakery = new WorkingBakery();

    @Test
    void the_price_of_the_order_line_is_in_the_record_of_the_receipt() {
        bakery.expectingFlour();

        LinePrice price =
                recorded(bakery.receive("e1", "N1")).lines().get(0).price().orElseThrow();

        assertEquals("FLOUR", price.item().value());
        assertEquals(
                "12.5 EUR BG",
                price.price().amount() + " " + price.price().currency() + " "
                        + price.price().per());
        assertEquals("25", price.baseUnits().toPlainString());
    }

    /** The order was sent again with salt on line 1 after the notice came; flour was booked at the price of salt. */
    @Test
    void an_order_line_that_is_for_something_else_now_has_no_price_for_what_comes() {
        bakery.expectingFlour();
        bakery.unitOfWork().run(() -> bakery.database()
                .purchaseOrders()
                .save(aPurchaseOrder("PO1").ordering(SALT, "100 KGM", "900.00").build()));

        TraceEvent event = recorded(bakery.receive("e1", "N1", came("L1", "1 BG")));

        assertEquals(List.of("ORDER_LINE_CHANGED", "PRICE_MISSING"), CountStockIT.findings(event));
        assertEquals(Optional.empty(), event.lines().get(0).price());
    }

    @Test
    void the_price_of_the_sales_order_line_is_in_the_record_of_the_shipment_if_there_is_one() {
        bakery.withFlour();
        LotKey bread = bakery.baked("B1");
        bakery.ordered(aSalesOrder("SO1")
                .ordering(BREAD, "1 CS", "40.00 CS")
                .ordering(BREAD, "1 CS")
                .build());
        bakery.reserve("SO1", 1, bread, SHELF, "12 C62");
        bakery.reserve("SO1", 2, bread, SHELF, "12 C62");

        TraceEvent event = recorded(bakery.ship("s1", "S1", "SO1"));

        assertEquals(
                List.of("1 40 12", "2 none"),
                event.lines().stream()
                        .map(line -> line.orderLine().orElseThrow().line() + " "
                                + line.price()
                                        .map(price -> price.price().amount().toPlainString() + " "
                                                + price.baseUnits().toPlainString())
                                        .orElse("none"))
                        .sorted()
                        .toList());
    }

    @Test
    void the_lots_that_an_event_registers_are_in_it_once() {
        bakery.expectingFlour();

        TraceEvent first = recorded(bakery.receive("e1", "N1", came("L1", "1 BG")));
        TraceEvent second = recorded(bakery.receive("e2", "N1"));
        recorded(bakery.consume("c1", "P1", on(DOCK, FLOUR_1, "1 KGM")));
        TraceEvent production = recorded(bakery.produce("p1", "P1", BREAD, "1 CS"));
        LotKey bread = production.edges().get(0).output();

        assertEquals(List.of(registered(FLOUR_1)), first.lotChanges());
        assertEquals(List.of(registered(FLOUR_2)), second.lotChanges());
        assertEquals(
                List.of(bread),
                production.lotChanges().stream().map(LotChange::lot).toList());
        assertEquals(
                bakery.lots().find(bread),
                Optional.of(production.lotChanges().get(0).toLot()));
    }

    @Test
    void goods_of_an_order_line_on_consignment_say_whose_they_are_whatever_becomes_of_the_order() {
        bakery.purchaseOrders()
                .save(List.of(aPurchaseOrder("PO1")
                        .consigning(FLOUR, "80 BG", "12.50")
                        .build()));
        bakery.expect(aShipNotice("N1")
                .announcing("PO1", 1, FLOUR, "L1", "40 BG", Optional.of(NEXT_YEAR), Optional.empty())
                .build());

        TraceEvent event = recorded(bakery.receive("e1", "N1", came("L1", "1 BG")));
        bakery.purchaseOrders()
                .save(List.of(
                        aPurchaseOrder("PO1").ordering(FLOUR, "80 BG", "12.50").build()));

        assertEquals(
                List.of(KeyDataElement.CONSIGNED_BY.is(new KeyDataValue.Who(MILL))),
                event.lines().get(0).keyData());
        assertEquals(
                Set.of(),
                event.findings().stream()
                        .filter(code -> code.startsWith("PRICE"))
                        .collect(Collectors.toSet()));
        assertInstanceOf(Outcome.AlreadyDone.class, bakery.receive("e1", "N1", came("L1", "1 BG")));
    }

    private LotChange registered(LotKey lot) {
        return LotChange.registered(bakery.lots().find(lot).orElseThrow());
    }
}
