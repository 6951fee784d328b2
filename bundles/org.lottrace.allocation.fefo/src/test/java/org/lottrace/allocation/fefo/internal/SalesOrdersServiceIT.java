package org.lottrace.allocation.fefo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.SalesOrderBuilder;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.quantity.UnitPrice;

class SalesOrdersServiceIT {
    private final Warehouse warehouse = new Warehouse();

    @Test
    void every_problem_of_every_order_is_said_and_nothing_is_stored() {
        SalesOrder right = aSalesOrder("O1").ordering(BREAD, "1 CS").build();
        SalesOrder wrong = new SalesOrder(
                "O2",
                MILL,
                "PO-2",
                new SiteId("NOWHERE"),
                Bakery.TODAY,
                List.of(
                        new SalesOrder.Line(1, new ItemNumber("CAKE"), quantity("1 C62")),
                        new SalesOrder.Line(1, BREAD, quantity("0 CS")),
                        new SalesOrder.Line(2, BREAD, quantity("1 KGM")),
                        new SalesOrder.Line(3, BREAD, quantity("1 CS"), Optional.of(perKilogram("2.50")))));

        List<String> violations = warehouse.orders.save(List.of(right, wrong)).stream()
                .map(v -> v.code() + " " + v.path())
                .toList();

        assertEquals(
                List.of(
                        "CUSTOMER_UNKNOWN orders[2].customer",
                        "SITE_UNKNOWN orders[2].shipFrom",
                        "ITEM_UNKNOWN orders[2].lines[1].item",
                        "LINE_REPEATED orders[2].lines[2].number",
                        "QUANTITY_NOT_POSITIVE orders[2].lines[2].quantity",
                        "UNIT_UNKNOWN orders[2].lines[3].quantity",
                        "UNIT_UNKNOWN orders[2].lines[4].price"),
                violations);
        assertEquals(List.of(), warehouse.orders.after("", 10));
    }

    private static UnitPrice perKilogram(String euros) {
        return new UnitPrice(new BigDecimal(euros), "EUR", new UnitOfMeasure("KGM"));
    }

    @Test
    void saves_finds_and_replaces_by_number() {
        SalesOrder first = aSalesOrder("O1").ordering(BREAD, "1 CS").build();
        SalesOrder second = aSalesOrder("O1").ordering(BREAD, "2 CS").build();

        warehouse.ordered(first).ordered(first).ordered(second);

        assertEquals(Optional.of(second), warehouse.orders.find("O1"));
        assertEquals(List.of(second), warehouse.orders.after("", 10));
    }

    /** Five pieces of bread and one of salt are reserved; then the order is sent again. */
    @ParameterizedTest
    @CsvSource({
        "BREAD, 5 C62, 2026-03-03, B 5 | S 1",
        "BREAD, 9 C62, 2026-03-03, B 5 - 4 | S 1",
        "BREAD, 4 C62, 2026-03-03, B 4 | S 1",
        "BREAD, 1 CS, 2026-03-03, B 5 - 7 | S 1",
        "SALT, 5 KGM, 2026-03-03, - 5 | S 1",
        "BREAD, 5 C62, 2026-03-04, - 5 | - 1"
    })
    void a_changed_order_gives_back_what_does_not_fit_any_more(
            ItemNumber item, String quantity, String deliveredOn, String reserved) {
        warehouse
                .with(aLot("B").of(BREAD).madeAt(BERLIN).expiring("2026-03-31").build(), "20 C62")
                .with(aLot("S").of(SALT).build(), "20 KGM")
                .ordered(aSalesOrder("O1")
                        .ordering(BREAD, "5 C62")
                        .ordering(SALT, "1 KGM")
                        .build());
        warehouse.allocate("O1");

        SalesOrderBuilder changed = aSalesOrder("O1").by(MARKET).deliveredOn(deliveredOn);
        warehouse.ordered(
                changed.ordering(item, quantity).ordering(SALT, "1 KGM").build());

        assertEquals(reserved, warehouse.shown("O1"));
    }

    /** The first to expire is reserved first, and stays. */
    @ParameterizedTest
    @CsvSource({"8, 'A 5, B 3'", "5, A 5", "2, A 2", "9, 'A 5, B 4'"})
    void a_smaller_order_keeps_what_was_reserved_first(String wanted, String reserved) {
        warehouse
                .with(aLot("A").of(BREAD).madeAt(BERLIN).expiring("2026-03-20").build(), "5 C62")
                .with(aLot("B").of(BREAD).madeAt(BERLIN).expiring("2026-03-31").build(), "20 C62")
                .ordered(aSalesOrder("O1").ordering(BREAD, "9 C62").build());
        warehouse.allocate("O1");

        warehouse.ordered(aSalesOrder("O1").ordering(BREAD, wanted + " C62").build());

        assertEquals(reserved, warehouse.shown("O1"));
    }
}
