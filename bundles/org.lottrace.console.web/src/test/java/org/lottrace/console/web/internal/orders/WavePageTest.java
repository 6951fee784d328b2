package org.lottrace.console.web.internal.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.EventBuilder.quantity;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.allocation.AllocationWaves;
import org.lottrace.api.allocation.Fairness;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.allocation.WaveRequest;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.web.internal.desk.DeskUnderTest;
import org.lottrace.console.web.internal.desk.Fake;

class WavePageTest {
    private final List<List<Object>> asked = new ArrayList<>();
    private final Fake<AllocationWaves> waves = Fake.of(AllocationWaves.class)
            .when("whatIf", given -> {
                asked.add(given);
                return ((WaveRequest) given.get(0)).salesOrders().contains("SO9")
                        ? new Outcome.Refused<>(
                                List.of(new Violation("ORDER_UNKNOWN", "salesOrders", "SO9 is not known")))
                        : new Outcome.Done<>(lines(501));
            })
            .when("allocate", given -> {
                asked.add(given);
                return new Outcome.Done<>(lines(2));
            });
    private DeskUnderTest desk;

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void what_orders_would_get_is_shown_before_it_is_reserved() {
        open(Role.SHIPPER);

        String page = desk.page("/console/wave?orders=SO1%20SO2,%0ASO3&fairness=PROPORTIONAL");

        assertEquals(
                List.of(new WaveRequest(List.of("SO1", "SO2", "SO3"), List.of(), List.of(), Fairness.PROPORTIONAL)),
                asked.get(0));
        assertTrue(page.contains("these go short: everybody by the same part"), page);
        assertTrue(page.contains("501 of 501 lines go short"), page);
        assertTrue(page.contains("1 more lines are not shown"), page);
        HttpResponse<String> reserved = desk.send(
                "/console/wave",
                "orders",
                "SO1 SO2",
                "transfers",
                "TR1",
                "productions",
                "FA1",
                "fairness",
                "AS_LISTED");
        assertEquals(200, reserved.statusCode());
        assertEquals(
                new WaveRequest(List.of("SO1", "SO2"), List.of("TR1"), List.of("FA1"), Fairness.AS_LISTED),
                asked.get(1).get(1));
    }

    @Test
    void who_may_not_reserve_may_ask_what_would_be() {
        open(Role.AUDITOR);

        assertFalse(desk.page("/console/wave?orders=SO1").contains("method=\"post\" action=\"/console/wave\""));
        assertEquals(422, desk.send("/console/wave", "orders", "SO1").statusCode());
        assertEquals(1, asked.size(), "nothing was asked of the service but what would be");
    }

    @Test
    void a_refusal_is_shown_and_what_was_entered_stays() {
        open(Role.SHIPPER);

        HttpResponse<String> refused = desk.get("/console/wave?orders=SO1%20SO9");

        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("SO9 is not known") && refused.body().contains(">SO1 SO9</textarea>"));
    }

    private void open(Role role) {
        desk = DeskUnderTest.as(role, List.of(new WavePage()), waves.build(), Fake.sites());
    }

    private static List<LineAllocation> lines(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(line -> new LineAllocation(
                        new OrderLineReference(new DocumentReference(DocumentType.SALES_ORDER, "SO1"), line),
                        BREAD,
                        quantity("5 C62"),
                        quantity("0 C62"),
                        List.of(),
                        List.of()))
                .toList();
    }
}
