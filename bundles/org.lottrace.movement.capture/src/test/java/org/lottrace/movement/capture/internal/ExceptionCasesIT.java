package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.NOW;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.FLOUR_2;
import static org.lottrace.company.WorkingBakery.on;
import static org.lottrace.company.WorkingBakery.recorded;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.exceptioncase.ExceptionCase;
import org.lottrace.api.exceptioncase.ExceptionCases;
import org.lottrace.api.exceptioncase.ExceptionFigures;
import org.lottrace.api.exceptioncase.ExceptionFilter;
import org.lottrace.api.movement.Consumption;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.company.WorkingBakery;

/** Flour on hold was used all the same. */
class ExceptionCasesIT {
    private static final Caller QUALITY = new Caller("quentin", Set.of(Role.QUALITY));
    private static final Caller SHIPPER = new Caller("sheila", Set.of(Role.SHIPPER));
    private static final Caller OPERATOR = new Caller("erp", Set.of(Role.OPERATOR));

    private final WorkingBakery bakery = new WorkingBakery().withFlour();
    private final ExceptionCases cases = bakery.company().service(ExceptionCases.class);

    @Test
    void each_finding_opens_a_case_with_owner_and_deadline() {
        bakery.hold(FLOUR_1);
        bakery.reserve("SO1", 1, FLOUR_2, SHELF, "1000 KGM");

        recorded(used("c1"));

        ExceptionCase hold = cases.find(1).orElseThrow();
        assertEquals("LOT_ON_HOLD", hold.code());
        assertEquals(new EventId("c1"), hold.event());
        assertEquals(Optional.of(FLOUR_1), hold.lot());
        assertEquals(BERLIN, hold.site());
        assertEquals(Role.QUALITY, hold.owner());
        assertEquals(NOW, hold.opened());
        assertEquals(NOW.plus(Duration.ofHours(4)), hold.deadline());
        assertTrue(hold.isOpen());
        ExceptionCase lost = cases.find(2).orElseThrow();
        assertEquals("RESERVATION_LOST", lost.code());
        assertEquals(Optional.of(FLOUR_2), lost.lot());
        assertEquals(Role.SHIPPER, lost.owner());
        assertTrue(lost.message().contains("SO1"), lost.message());
        assertEquals(List.of(hold, lost), cases.ofEvent(new EventId("c1")));
        assertEquals(new ExceptionFigures(2, 0), cases.figures());
    }

    @Test
    void the_same_event_again_and_a_refused_request_open_none() {
        bakery.hold(FLOUR_1);
        bakery.consume("asked", "P1", on(SHELF, FLOUR_1, "1 KGM"));
        recorded(used("c1"));

        assertTrue(used("c1") instanceof Outcome.AlreadyDone<RecordedEvent>);

        assertEquals(1, all().size());
    }

    @Test
    void the_reversal_of_the_event_closes_its_cases_with_that_reason() {
        bakery.hold(FLOUR_1);
        recorded(used("c1"));

        bakery.reverse("undo", "c1");

        ExceptionCase.Closing closing = cases.find(1).orElseThrow().closing().orElseThrow();
        assertEquals("anna", closing.by());
        assertEquals("event reversed by undo: typed wrong", closing.reason());
        assertEquals(new ExceptionFigures(0, 0), cases.figures());
    }

    @Test
    void its_owner_or_who_may_do_everything_closes_a_case_once_with_a_reason() {
        bakery.hold(FLOUR_1);
        recorded(used("c1"));

        assertEquals(List.of("REASON_MISSING"), codes(cases.close(QUALITY, 1, " ")));
        assertEquals(List.of("REASON_TOO_LONG"), codes(cases.close(QUALITY, 1, "x".repeat(2001))));
        assertEquals(List.of("EXCEPTION_UNKNOWN"), codes(cases.close(QUALITY, 7, "none")));
        assertEquals(List.of("EXCEPTION_OF_OTHER_OWNER"), codes(cases.close(SHIPPER, 1, "fine")));
        Outcome<ExceptionCase> closed = cases.close(QUALITY, 1, "bread destroyed");
        assertEquals(
                Optional.of(new ExceptionCase.Closing(NOW, "quentin", "bread destroyed")),
                closed.fold(ExceptionCase::closing, violations -> Optional.empty()));
        assertTrue(cases.close(QUALITY, 1, "bread destroyed") instanceof Outcome.AlreadyDone<ExceptionCase>);
        assertEquals(List.of("EXCEPTION_CLOSED"), codes(cases.close(OPERATOR, 1, "it was fine")));
        assertEquals(List.of("EXCEPTION_CLOSED"), codes(cases.assign(1, Role.SHIPPER, NOW.plusSeconds(60))));
    }

    @Test
    void a_case_is_given_to_another_owner_until_another_deadline() {
        bakery.hold(FLOUR_1);
        recorded(used("c1"));
        Instant tomorrow = NOW.plus(Duration.ofDays(1));

        assertEquals(List.of("OWNER_UNKNOWN"), codes(cases.assign(1, Role.CONSIGNEE, tomorrow)));
        assertEquals(List.of("DEADLINE_PAST"), codes(cases.assign(1, Role.SHIPPER, NOW.minusSeconds(1))));
        assertEquals(List.of("EXCEPTION_UNKNOWN"), codes(cases.assign(7, Role.SHIPPER, tomorrow)));
        assertTrue(cases.assign(1, Role.SHIPPER, tomorrow) instanceof Outcome.Done<ExceptionCase>);
        assertTrue(cases.assign(1, Role.SHIPPER, tomorrow) instanceof Outcome.AlreadyDone<ExceptionCase>);

        assertEquals(Role.SHIPPER, cases.find(1).orElseThrow().owner());
        assertEquals(tomorrow, cases.find(1).orElseThrow().deadline());
        assertTrue(cases.close(SHIPPER, 1, "fine") instanceof Outcome.Done<ExceptionCase>);
    }

    @Test
    void a_list_has_a_limit() {
        assertThrows(IllegalArgumentException.class, () -> cases.list(ExceptionFilter.NONE, Optional.empty(), 0));
        assertThrows(IllegalArgumentException.class, () -> cases.list(ExceptionFilter.NONE, Optional.empty(), 1001));
    }

    private List<ExceptionCase> all() {
        return cases.list(ExceptionFilter.NONE, Optional.empty(), 10);
    }

    private Outcome<RecordedEvent> used(String id) {
        return bakery.capture()
                .consume(new Consumption(
                        aContext(id).reported().request(),
                        "P1",
                        List.of(on(SHELF, FLOUR_1, "1 KGM"), on(SHELF, FLOUR_2, "1 KGM"))));
    }

    private static List<String> codes(Outcome<ExceptionCase> refused) {
        return refused.violations().stream().map(violation -> violation.code()).toList();
    }
}
