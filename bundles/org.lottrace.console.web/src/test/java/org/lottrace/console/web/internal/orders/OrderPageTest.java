package org.lottrace.console.web.internal.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.allocation.Allocation;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.allocation.Substitute;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.operation.Role;
import org.lottrace.api.order.OrderProgress;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.order.SalesOrders;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.console.web.internal.desk.DeskUnderTest;
import org.lottrace.console.web.internal.desk.Fake;

/** Of 7 breads 3 are short, and 2 of them could be replaced by a kilogram of salt. */
class OrderPageTest {
    private final List<List<Object>> asked = new ArrayList<>();
    private final Fake<Allocation> allocation = Fake.of(Allocation.class)
            .when("allocate", given -> new Outcome.Done<>(List.of(bread(), salt())))
            .when("show", given -> new Outcome.Done<>(List.of(bread(), salt())))
            .when("takeSubstitute", given -> {
                asked.add(given);
                return new Outcome.Done<>(List.of(bread(), salt()));
            })
            .when("giveBackSubstitute", given -> {
                asked.add(given);
                return new Outcome.Done<>(List.of(bread()));
            });
    private DeskUnderTest desk;

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void what_could_be_replaced_is_said_and_what_stands_in_whose_place() {
        open(Role.SHIPPER);

        String page =
                desk.send("/console/order", "number", "SO1", "do", "reserve").body();

        assertTrue(page.contains("could be replaced by"), page);
        assertTrue(page.contains("in place of line 1"), page);
        assertTrue(page.contains("channel RETAIL"), page);
    }

    @Test
    void a_substitute_is_taken_and_given_back() {
        open(Role.SHIPPER);

        HttpResponse<String> taken =
                desk.send("/console/order", "number", "SO1", "do", "substitute", "line", "1", "item", "SALT");
        desk.send("/console/order", "number", "SO1", "do", "give-back", "line", "900001");

        assertEquals(200, taken.statusCode(), taken.body());
        assertEquals(List.of(List.of(line(1), SALT), List.of(line(SalesOrder.FIRST_SUBSTITUTE))), asked);
        assertEquals(
                404,
                desk.send("/console/order", "number", "SO1", "do", "give-back", "line", "x")
                        .statusCode());
    }

    @Test
    void who_may_not_replace_sees_no_button_for_it() {
        open(Role.AUDITOR);

        String page = desk.page("/console/order?number=SO1");

        assertTrue(page.contains("in place of line 1"), page);
        assertFalse(page.contains("value=\"substitute\"") || page.contains("value=\"give-back\""), page);
    }

    @Test
    void what_cannot_be_done_with_an_order_says_why_and_what_others_may_do_for_whom() {
        open(Role.SHIPPER);
        String shippers = desk.page("/console/order?number=SO1");
        desk.close();
        open(Role.AUDITOR);
        String auditors = desk.page("/console/order?number=SO1");

        assertTrue(shippers.contains("<p>Nothing is reserved for it: reserve lots first.</p>"), shippers);
        assertFalse(shippers.contains("For other roles"), shippers);
        assertTrue(auditors.contains("<dt>Ship</dt><dd>Shipping</dd>"), auditors);
    }

    @Test
    void a_line_that_is_replaced_as_a_whole_is_not_called_shipped() {
        allocation.when(
                "show",
                given -> new Outcome.Done<>(List.of(
                        new LineAllocation(line(1), BREAD, quantity("0 C62"), quantity("0 C62"), List.of(), List.of()),
                        salt())));
        open(Role.SHIPPER);

        String page = desk.page("/console/order?number=SO1");

        assertTrue(page.contains(">replaced<"), page);
        assertFalse(page.contains(">shipped<"), page);
    }

    private void open(Role role) {
        desk = DeskUnderTest.as(
                role,
                List.of(new OrderPage()),
                allocation.build(),
                Fake.sites(),
                Fake.of(OrderProgress.class)
                        .when("order", given -> Optional.empty())
                        .build(),
                Fake.of(SalesOrders.class)
                        .when(
                                "find",
                                given -> Optional.of(aSalesOrder("SO1")
                                        .through("RETAIL")
                                        .ordering(BREAD, "7 C62")
                                        .build()))
                        .build());
    }

    private static LineAllocation bread() {
        return new LineAllocation(
                line(1),
                BREAD,
                quantity("7 C62"),
                quantity("0 C62"),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(new Substitute(SALT, quantity("2 C62"), quantity("1 KGM"))));
    }

    private static LineAllocation salt() {
        return new LineAllocation(
                line(SalesOrder.FIRST_SUBSTITUTE),
                SALT,
                quantity("1 KGM"),
                quantity("0 KGM"),
                List.of(),
                List.of(),
                Optional.of(1),
                List.of());
    }

    private static OrderLineReference line(int number) {
        return new OrderLineReference(new DocumentReference(DocumentType.SALES_ORDER, "SO1"), number);
    }
}
