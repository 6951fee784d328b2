package org.lottrace.console.web.internal.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.POTSDAM;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.TransferAllocation;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Position;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.Role;
import org.lottrace.api.order.TransferOrder;
import org.lottrace.api.order.TransferOrders;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.web.internal.desk.DeskUnderTest;
import org.lottrace.console.web.internal.desk.Fake;

class TransferOrderPageTest {
    private static final TransferOrder TR1 = new TransferOrder(
            "TR1",
            BERLIN,
            POTSDAM,
            LocalDate.of(2026, 3, 3),
            Optional.of(7),
            List.of(new TransferOrder.Line(1, FLOUR, quantity("105 KGM"))));
    private static final LotKey LOT = aLot("L1").of(FLOUR).build().key();

    private final List<String> asked = new ArrayList<>();
    private final Fake<TransferOrders> orders = Fake.of(TransferOrders.class)
            .when("after", given -> List.of(TR1))
            .when("find", given -> given.get(0).equals("TR1") ? Optional.of(TR1) : Optional.empty());
    private final Fake<TransferAllocation> allocation = Fake.of(TransferAllocation.class)
            .when(
                    "show",
                    given -> given.get(0).equals("TR1")
                            ? new Outcome.Done<>(List.of(flour()))
                            : new Outcome.Refused<>(
                                    List.of(new Violation("ORDER_UNKNOWN", "transferOrder", "it is not known"))))
            .when("allocate", given -> did("allocate"))
            .when("allocateSoftly", given -> did("allocateSoftly"))
            .when("replan", given -> did("replan"))
            .when("cancel", given -> {
                asked.add("cancel");
                return List.of();
            });
    private DeskUnderTest desk;

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void an_order_is_shown_with_what_is_reserved_for_it_and_what_is_short() {
        open(Role.SHIPPER);

        assertTrue(desk.page("/console/transfer-orders").contains("/console/transfer-order?number=TR1"));
        String page = desk.page("/console/transfer-order?number=TR1");

        assertTrue(page.contains("Transfer order TR1") && page.contains("L1") && page.contains(">7<"), page);
        assertTrue(page.contains("5 KGM short") || page.contains("5 kg short"), page);
        assertTrue(page.contains("/console/allocation?transfer=TR1"), page);
    }

    @Test
    void each_button_asks_for_what_it_says() {
        open(Role.SHIPPER);

        for (String button : List.of("reserve", "softly", "replan", "release")) {
            desk.send("/console/transfer-order", "number", "TR1", "do", button);
        }

        assertEquals(List.of("allocate", "allocateSoftly", "replan", "cancel"), asked);
    }

    @Test
    void who_may_only_read_sees_no_button_and_an_order_that_is_not_known_is_not_found() {
        open(Role.AUDITOR);

        assertFalse(desk.page("/console/transfer-order?number=TR1").contains("value=\"reserve\""));
        assertEquals(404, desk.get("/console/transfer-order?number=TR9").statusCode());
    }

    private Outcome<List<LineAllocation>> did(String what) {
        asked.add(what);
        return new Outcome.Done<>(List.of(flour()));
    }

    private static LineAllocation flour() {
        OrderLineReference line = new OrderLineReference(TR1.reference(), 1);
        return new LineAllocation(
                line,
                FLOUR,
                quantity("105 KGM"),
                quantity("0 KGM"),
                List.of(new Reservation(line, LOT, Position.at(in(SHELF)), quantity("100 KGM"))),
                List.of());
    }

    private void open(Role role) {
        desk = DeskUnderTest.as(
                role,
                List.of(new TransferOrdersPage(), new TransferOrderPage(), new DecisionsPage()),
                orders.build(),
                allocation.build(),
                Fake.sites());
    }
}
