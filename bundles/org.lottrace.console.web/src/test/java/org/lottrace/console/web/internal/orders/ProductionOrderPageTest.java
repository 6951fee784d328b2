package org.lottrace.console.web.internal.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.ProductionOrderBuilder.aProductionOrder;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lottrace.api.allocation.ComponentAllocation;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.operation.Role;
import org.lottrace.api.order.ProductionOrder;
import org.lottrace.api.order.ProductionOrders;
import org.lottrace.api.order.ProductionProgress;
import org.lottrace.api.order.ProductionStatus;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.web.internal.desk.DeskUnderTest;
import org.lottrace.console.web.internal.desk.Fake;

class ProductionOrderPageTest extends DemandPageTest {
    private static final ProductionOrder FA1 = aProductionOrder("FA1")
            .making(BREAD, "10 CS")
            .of(FLOUR, "4 BG", "5")
            .build();

    private final Fake<ProductionOrders> orders = Fake.of(ProductionOrders.class)
            .when("find", given -> given.get(0).equals("FA1") ? Optional.of(FA1) : Optional.empty())
            .when(
                    "progress",
                    given -> given.get(0).equals("FA1")
                            ? Optional.of(
                                    new ProductionProgress(FA1, ProductionStatus.PLANNED, Optional.empty(), List.of()))
                            : Optional.empty())
            .when("close", given -> {
                asked.add("close");
                return new Outcome.Done<>(
                        new ProductionProgress(FA1, ProductionStatus.CLOSED, Optional.empty(), List.of()));
            });
    private final Fake<ComponentAllocation> components = allocating(ComponentAllocation.class)
            .when(
                    "replan",
                    given -> new Outcome.Refused<>(
                            List.of(new Violation("ORDER_CLOSED", "productionOrder", "FA1 is closed meanwhile"))));

    ProductionOrderPageTest() {
        super(new OrderLineReference(FA1.reference(), 2));
    }

    @Test
    void what_is_reserved_of_the_components_is_shown_with_its_lot_and_what_is_short() {
        open(Role.PRODUCER);

        String page = desk.page("/console/production-order?number=FA1");

        assertTrue(page.contains("What is reserved of the components"), page);
        assertShowsWhatIsReservedAndShort(page, "/console/allocation?production=FA1");
    }

    @Test
    void each_button_asks_for_what_it_says_and_the_order_is_closed_only_by_its_own() {
        open(Role.PRODUCER);

        press("/console/production-order", "reserve", "softly", "release", "");

        assertEquals(List.of("allocate", "allocateSoftly", "cancel", "close"), asked);
        assertTrue(desk.send("/console/production-order", "number", "FA1", "do", "replan")
                .body()
                .contains("FA1 is closed meanwhile"));
    }

    @Test
    void who_may_only_read_sees_no_button_and_an_order_that_is_not_planned_is_not_found() {
        open(Role.AUDITOR);

        assertFalse(desk.page("/console/production-order?number=FA1").contains("value=\"reserve\""));
        assertEquals(404, desk.get("/console/production-order?number=FA9").statusCode());
    }

    private void open(Role role) {
        desk = DeskUnderTest.as(
                role,
                List.of(new ProductionOrderPage(), new DecisionsPage()),
                orders.build(),
                components.build(),
                Fake.sites());
    }
}
