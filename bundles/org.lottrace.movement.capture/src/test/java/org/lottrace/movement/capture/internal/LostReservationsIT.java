package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.GATE;
import static org.lottrace.api.fixture.Bakery.NOW;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.company.WorkingBakery.on;
import static org.lottrace.company.WorkingBakery.recorded;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.allocation.Allocation;
import org.lottrace.api.allocation.AllocationDecision;
import org.lottrace.api.allocation.AllocationDecisions;
import org.lottrace.api.allocation.LostReservations;
import org.lottrace.api.allocation.SoftReservations;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventType;
import org.lottrace.api.exceptioncase.ExceptionCase;
import org.lottrace.api.exceptioncase.ExceptionCases;
import org.lottrace.api.exceptioncase.ExceptionFilter;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.StockCount;
import org.lottrace.api.movement.Transfer;
import org.lottrace.api.order.SalesOrders;
import org.lottrace.company.TestCompany;
import org.lottrace.company.WorkingBakery;

/** Two lots of bread, 240 pieces each, that expire on 2026-03-11 and 2026-03-12; the market wants 5 days at delivery. */
class LostReservationsIT {
    private final WorkingBakery bakery = new WorkingBakery().withFlourAt("2026-03-01T06:00:00Z");
    private final LostReservations lost = bakery.company().service(LostReservations.class);
    private LotKey first;
    private LotKey second;

    @BeforeEach
    void bakes() {
        first = bakery.baked("B1", "2026-03-01T08:00:00Z");
        second = bakery.baked("B2");
    }

    @Test
    void what_a_hold_takes_is_planned_anew_and_no_case_is_needed() {
        order("2026-03-03", "2 CS");
        allocate();
        hold(first);
        assertEquals(1, lost.open(Optional.empty(), 10).size());

        done(lost.mend("SO1"));
        done(lost.mend("SO1"));

        assertEquals(List.of("BER/A-01 24 C62"), bakery.reserved(second));
        assertEquals(List.of(), lost.open(Optional.empty(), 10));
        assertEquals(List.of(), cases());
    }

    @Test
    void what_cannot_be_replaced_is_one_case_that_names_order_line_and_what_is_missing() {
        order("2026-03-03", "30 CS");
        allocate();
        hold(first);

        done(lost.mend("SO1"));
        done(lost.mend("SO1"));

        assertEquals(1, cases().size());
        ExceptionCase open = cases().get(0);
        assertEquals("h-B1", open.event().value());
        assertEquals(Optional.of(first), open.lot());
        assertTrue(
                open.message().contains("lost 240 C62 of item BREAD, and 120 C62 cannot be replaced"), open.message());
        assertTrue(open.message().contains("SO1"), open.message());
    }

    @Test
    void what_is_counted_away_is_replaced_and_not_more() {
        order("2026-03-03", "10 CS");
        bakery.reserve("SO1", 1, first, SHELF, "24 C62");

        recorded(bakery.capture()
                .count(new StockCount(aContext("c1").reported().request(), "C1", List.of(on(SHELF, first, "4 C62")))));
        done(lost.mend("SO1"));

        assertEquals(List.of("BER/A-01 4 C62"), bakery.reserved(first));
        assertEquals(List.of("BER/A-01 20 C62"), bakery.reserved(second));
    }

    @Test
    void what_has_become_too_old_meanwhile_is_given_back_and_said_why() {
        order("2026-03-06", "2 CS");
        allocate();
        assertEquals(List.of("BER/A-01 24 C62"), bakery.reserved(first));

        try (TestCompany later = TestCompany.on(bakery.database())
                .with(Clock.class, Clock.fixed(NOW.plus(Duration.ofDays(5)), ZoneOffset.UTC))) {
            LostReservations fiveDaysLater = later.service(LostReservations.class);
            assertEquals(List.of("SO1"), fiveDaysLater.ordersAfter(DocumentType.SALES_ORDER, "", 10));
            done(fiveDaysLater.mend("SO1"));
        }

        assertEquals(List.of(), bakery.reserved(first));
        assertEquals(List.of("BER/A-01 24 C62"), bakery.reserved(second));
        assertTrue(losses().get(0).contains("takes no less than 5 days"), losses().toString());
    }

    @Test
    void a_later_date_of_delivery_takes_fresher_lots() {
        sent("2026-03-03");
        allocate();

        sent("2026-03-07");
        assertEquals(List.of(), bakery.reserved(first));
        done(lost.mend("SO1"));

        assertEquals(List.of("BER/A-01 24 C62"), bakery.reserved(second));
    }

    @Test
    void an_order_that_does_not_want_it_any_more_gets_nothing() {
        sent("2026-03-03");
        allocate();
        hold(first);
        assertEquals(
                List.of(),
                bakery.company()
                        .service(SalesOrders.class)
                        .save(List.of(aSalesOrder("SO1")
                                .deliveredOn("2026-03-03")
                                .ordering(SALT, "1 KGM")
                                .build())));

        done(lost.mend("SO1"));

        assertEquals(List.of(), bakery.reserved(second));
        assertEquals(List.of(), lost.open(Optional.empty(), 10));
        assertEquals(List.of(), cases());
    }

    @Test
    void what_is_picked_and_may_not_leave_stands_and_is_a_case() {
        order("2026-03-06", "2 CS");
        allocate();
        recorded(bakery.capture()
                .transfer(
                        EventType.PICK,
                        new Transfer(
                                aContext("p1").request(),
                                BERLIN,
                                GATE,
                                Optional.empty(),
                                List.of(on(SHELF, first, "24 C62")))));

        try (TestCompany later = TestCompany.on(bakery.database())
                .with(Clock.class, Clock.fixed(NOW.plus(Duration.ofDays(5)), ZoneOffset.UTC))) {
            done(later.service(LostReservations.class).mend("SO1"));
            done(later.service(LostReservations.class).mend("SO1"));
        }

        assertEquals(List.of("BER/GATE 24 C62"), bakery.reserved(first));
        assertEquals(1, cases().size());
        assertTrue(cases().get(0).message().contains("must not leave"), cases().toString());
    }

    @Test
    void a_soft_one_that_is_lost_is_told_and_not_replaced() {
        order("2026-03-03", "2 CS");
        done(bakery.company().service(SoftReservations.class).allocate("SO1"));
        hold(first);

        done(lost.mend("SO1"));

        assertEquals(List.of(), lost.open(Optional.empty(), 10));
        assertEquals(List.of(), bakery.reserved(second));
        assertEquals(
                "SOFT_LOST",
                decisions().get(0).candidates().get(0).reasons().get(0).code());
    }

    private void order(String delivery, String quantity) {
        bakery.ordered(aSalesOrder("SO1")
                .deliveredOn(delivery)
                .ordering(BREAD, quantity)
                .build());
    }

    private void sent(String delivery) {
        assertEquals(
                List.of(),
                bakery.company()
                        .service(SalesOrders.class)
                        .save(List.of(aSalesOrder("SO1")
                                .deliveredOn(delivery)
                                .ordering(BREAD, "2 CS")
                                .build())));
    }

    private void allocate() {
        done(bakery.company().service(Allocation.class).allocate("SO1"));
    }

    private void hold(LotKey lot) {
        done(bakery.holds()
                .hold(aContext("h-" + lot.number()).request(), List.of(lot), Optional.empty(), "foreign matter"));
    }

    private List<AllocationDecision> decisions() {
        return bakery.company().service(AllocationDecisions.class).ofOrder("SO1", Optional.empty(), 100);
    }

    private List<String> losses() {
        return decisions().stream()
                .filter(AllocationDecision::isLoss)
                .map(one -> one.candidates().get(0).reasons().get(0).message())
                .toList();
    }

    private List<ExceptionCase> cases() {
        return bakery.company().service(ExceptionCases.class).list(ExceptionFilter.NONE, Optional.empty(), 100).stream()
                .filter(one -> one.code().equals(LostReservations.NOT_MENDED))
                .toList();
    }
}
