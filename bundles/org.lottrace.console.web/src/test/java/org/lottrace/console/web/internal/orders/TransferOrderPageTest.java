package org.lottrace.console.web.internal.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.POTSDAM;
import static org.lottrace.api.fixture.EventBuilder.quantity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lottrace.api.allocation.TransferAllocation;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.operation.Role;
import org.lottrace.api.order.TransferOrder;
import org.lottrace.api.order.TransferOrders;
import org.lottrace.console.web.internal.desk.DeskUnderTest;
import org.lottrace.console.web.internal.desk.Fake;

class TransferOrderPageTest extends DemandPageTest {
    private static final TransferOrder TR1 = new TransferOrder(
            "TR1",
            BERLIN,
            POTSDAM,
            LocalDate.of(2026, 3, 3),
            Optional.of(7),
            List.of(new TransferOrder.Line(1, FLOUR, quantity("105 KGM"))));

    private final Fake<TransferOrders> orders = Fake.of(TransferOrders.class)
            .when("after", given -> List.of(TR1))
            .when("find", given -> given.get(0).equals("TR1") ? Optional.of(TR1) : Optional.empty());

    TransferOrderPageTest() {
        super(new OrderLineReference(TR1.reference(), 1));
    }

    @Test
    void an_order_is_shown_with_what_is_reserved_for_it_and_what_is_short() {
        open(Role.SHIPPER);

        assertTrue(desk.page("/console/transfer-orders").contains("/console/transfer-order?number=TR1"));
        String page = desk.page("/console/transfer-order?number=TR1");

        assertTrue(page.contains("Transfer order TR1") && page.contains(">7<"), page);
        assertShowsWhatIsReservedAndShort(page, "/console/allocation?transfer=TR1");
    }

    @Test
    void each_button_asks_for_what_it_says() {
        open(Role.SHIPPER);

        press("/console/transfer-order", "reserve", "softly", "replan", "release");

        assertEquals(List.of("allocate", "allocateSoftly", "replan", "cancel"), asked);
    }

    @Test
    void who_may_only_read_sees_no_button_and_an_order_that_is_not_known_is_not_found() {
        open(Role.AUDITOR);

        assertFalse(desk.page("/console/transfer-order?number=TR1").contains("value=\"reserve\""));
        assertEquals(404, desk.get("/console/transfer-order?number=TR9").statusCode());
    }

    private void open(Role role) {
        desk = DeskUnderTest.as(
                role,
                List.of(new TransferOrdersPage(), new TransferOrderPage(), new DecisionsPage()),
                orders.build(),
                allocating(TransferAllocation.class).build(),
                Fake.sites());
    }
}
