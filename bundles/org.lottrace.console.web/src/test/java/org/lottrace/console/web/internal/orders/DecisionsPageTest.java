package org.lottrace.console.web.internal.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.NOW;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.TODAY;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.allocation.AllocationDecision;
import org.lottrace.api.allocation.AllocationDecision.Deviation;
import org.lottrace.api.allocation.AllocationDecisions;
import org.lottrace.api.allocation.Candidate;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.allocation.OtherLot;
import org.lottrace.api.allocation.Rotation;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Position;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.Role;
import org.lottrace.api.order.SalesOrders;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.web.internal.desk.DeskUnderTest;
import org.lottrace.console.web.internal.desk.Fake;

class DecisionsPageTest {
    private static final OrderLineReference LINE =
            new OrderLineReference(new DocumentReference(DocumentType.SALES_ORDER, "SO1"), 1);
    private static final LotKey LOT = aLot("L1").of(BREAD).build().key();

    private final List<List<Object>> asked = new ArrayList<>();
    private final Fake<AllocationDecisions> decisions = Fake.of(AllocationDecisions.class)
            .when("ofOrder", given -> {
                asked.add(given);
                return many(Optional.empty());
            })
            .when("deviations", given -> many(Optional.of(new Deviation("anna", "customer asked"))));
    private DeskUnderTest desk;

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void an_order_shows_what_was_looked_at_and_why_a_page_at_a_time() {
        open(Role.AUDITOR);

        String page = desk.page("/console/allocation?order=SO1&after=99");

        assertEquals(List.of("SO1", Optional.of(99L)), asked.get(0).subList(0, 2));
        assertTrue(page.contains("L1 is on hold"), page);
        assertTrue(page.contains("3 more were looked at and gave nothing."), page);
        assertTrue(page.contains("/console/allocation?order=SO1&amp;after=2\""), page);
        assertFalse(page.contains("name=\"reason\""), "an auditor takes no lot");
    }

    @Test
    void what_was_taken_against_the_rules_is_shown_with_who_and_why() {
        open(Role.AUDITOR);

        String page = desk.page("/console/allocation");

        assertTrue(page.contains("Against the rules, by anna: customer asked"), page);
        assertTrue(page.contains("/console/allocation?order=SO1\""), page);
    }

    @Test
    void another_lot_is_taken_with_a_reason_and_a_refusal_stands_at_its_field() {
        decisions.when("takeOther", given -> {
            asked.add(given);
            OtherLot wanted = (OtherLot) given.get(1);
            return wanted.reason().isEmpty()
                    ? new Outcome.Refused<>(List.of(new Violation("REASON_MISSING", "reason", "say why another one")))
                    : new Outcome.Done<>(new LineAllocation(
                            LINE, BREAD, quantity("5 C62"), quantity("0 C62"), List.of(), List.of()));
        });
        open(Role.QUALITY);

        HttpResponse<String> refused = take("");
        assertEquals(422, refused.statusCode());
        assertTrue(
                refused.body().contains("id=\"reason-wrong\"") && refused.body().contains("say why another one"));
        HttpResponse<String> taken = take("customer asked");

        assertEquals(
                "/console/order?number=SO1",
                taken.headers().firstValue("Location").orElseThrow());
        assertEquals(
                new OtherLot(LINE, LOT, Position.at(in(SHELF)), quantity("5 C62"), "customer asked"),
                asked.get(asked.size() - 1).get(1));
        assertEquals(404, desk.get("/console/allocation?order=SO9").statusCode());
    }

    private HttpResponse<String> take(String reason) {
        return desk.send(
                "/console/allocation",
                "order",
                "SO1",
                "orderLine",
                "1",
                "lot",
                LOT.toString(),
                "location",
                SHELF.value(),
                "quantity",
                "5",
                "reason",
                reason);
    }

    private void open(Role role) {
        desk = DeskUnderTest.as(
                role,
                List.of(new DecisionsPage()),
                decisions.build(),
                Fake.sites(),
                Fake.of(SalesOrders.class)
                        .when(
                                "find",
                                given -> given.get(0).equals("SO1")
                                        ? Optional.of(aSalesOrder("SO1").build())
                                        : Optional.empty())
                        .build(),
                Fake.of(ItemCatalog.class)
                        .when("find", given -> Optional.of(Bakery.item(BREAD)))
                        .build());
    }

    private static List<AllocationDecision> many(Optional<Deviation> deviation) {
        return LongStream.rangeClosed(1, 21)
                .mapToObj(number -> new AllocationDecision(
                        22 - number,
                        LINE,
                        BREAD,
                        NOW,
                        TODAY,
                        Rotation.FEFO,
                        List.of(),
                        quantity("5 C62"),
                        List.of(new Candidate(
                                LOT,
                                Position.at(in(SHELF)),
                                Optional.of(TODAY),
                                quantity("9 C62"),
                                quantity("0 C62"),
                                List.of(new Violation("LOT_ON_HOLD", "lot", "L1 is on hold")))),
                        3,
                        deviation))
                .toList();
    }
}
