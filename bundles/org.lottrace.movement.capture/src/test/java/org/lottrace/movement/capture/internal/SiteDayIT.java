package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.lottrace.api.event.EventType.PICK;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.PICK_FACE;
import static org.lottrace.api.fixture.Bakery.POTSDAM;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.on;
import static org.lottrace.company.WorkingBakery.recorded;
import static org.lottrace.company.WorkingBakery.refusals;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.EventContext;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.movement.Consumption;
import org.lottrace.api.movement.Dispatch;
import org.lottrace.api.movement.Disposal;
import org.lottrace.api.movement.Production;
import org.lottrace.api.movement.Transfer;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.company.WorkingBakery;

/** What is the site's is not asked from the sender: day, offset, company; and no number is made of an event id. */
class SiteDayIT {
    private static final LocalDate FIRST_OF_MARCH = LocalDate.of(2026, 3, 1);
    private static final String FIFTY = "x".repeat(50);

    private final WorkingBakery bakery = new WorkingBakery().withFlourAt("2026-02-01T08:00:00Z");

    @Test
    void half_past_eleven_in_utc_is_the_next_day_at_the_site_and_in_the_books() {
        EventContext context = recorded(
                        dispose(aContext("d1").at("2026-02-28T23:30:00Z").request()))
                .context();

        assertEquals(FIRST_OF_MARCH, context.accountingDate());
        assertEquals(FIRST_OF_MARCH, context.localDate());
        assertEquals(ZoneOffset.ofHours(1), context.offset());
        assertEquals(Optional.of(Bakery.COMPANY), context.company());
    }

    @Test
    void number_production_date_and_expiry_of_the_night_shift_are_of_the_day_before() {
        recorded(bakery.capture()
                .consume(new Consumption(
                        aContext("c1").at("2026-03-02T04:00:00Z").request(),
                        "P1",
                        List.of(on(SHELF, FLOUR_1, "10 KGM")))));
        TraceEvent event = recorded(bakery.capture()
                .produce(new Production(
                        aContext("p1").at("2026-03-02T04:30:00Z").request(), // 05:30, and the day begins at 06:00
                        "P1",
                        BREAD,
                        quantity("5 C62"),
                        Optional.empty(),
                        "1",
                        "N",
                        SHELF,
                        Optional.empty())));
        Lot lot = bakery.lots().find(event.lines().get(1).lot()).orElseThrow();

        assertEquals("26060-BER-0001", lot.key().number().value()); // 1 March is day 60
        assertEquals(Optional.of(FIRST_OF_MARCH), lot.productionDate());
        assertEquals(Optional.of(FIRST_OF_MARCH.plusDays(10)), lot.expiry());
        assertEquals(LocalDate.of(2026, 3, 2), event.context().accountingDate());
    }

    @Test
    void a_repeated_request_is_compared_with_what_was_settled() {
        recorded(dispose(aContext("d1").at("2026-02-28T23:30:00Z").request()));

        assertEquals(
                List.of(),
                refusals(dispose(aContext("d1")
                        .at("2026-02-28T23:30:00Z")
                        .countingOn("2026-03-01")
                        .request())));
        assertEquals(
                List.of("EVENT_ID_REUSED id"),
                refusals(dispose(aContext("d1")
                        .at("2026-02-28T23:30:00Z")
                        .countingOn("2026-02-28")
                        .request())));
        assertEquals(
                List.of("EVENT_ID_REUSED id"),
                refusals(dispose(aContext("d1")
                        .at("2026-02-28T23:30:00Z")
                        .onBehalfOf("bert")
                        .request())));
    }

    @Test
    void a_dispatch_has_a_number_of_its_own_and_other_moves_have_none() {
        List<DocumentReference> first =
                recorded(dispatch(FIFTY + "1".repeat(50))).documents();
        List<DocumentReference> second =
                recorded(dispatch(FIFTY + "2".repeat(50))).documents();

        assertEquals(1, first.size());
        assertNotEquals(first, second);
        assertEquals(
                List.of(),
                recorded(bakery.capture()
                                .transfer(
                                        PICK,
                                        new Transfer(
                                                aContext(FIFTY + "3".repeat(50)).request(),
                                                Bakery.BERLIN,
                                                PICK_FACE,
                                                Optional.empty(),
                                                List.of(on(SHELF, FLOUR_1, "1 KGM")))))
                        .documents());
    }

    private Outcome<RecordedEvent> dispose(CaptureContext context) {
        return bakery.capture().dispose(new Disposal(context, "D1", List.of(on(SHELF, FLOUR_1, "1 KGM"))));
    }

    private Outcome<RecordedEvent> dispatch(String id) {
        return bakery.capture()
                .dispatch(new Dispatch(
                        aContext(id).request(), POTSDAM, Optional.empty(), List.of(on(SHELF, FLOUR_1, "1 KGM"))));
    }
}
