package org.lottrace.ledger.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lottrace.api.cost.PeriodStep;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.EventTimes;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Place;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.EventBuilder;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.violation.Violation;
import org.lottrace.company.TestCompany;
import org.lottrace.persistence.testing.TestDatabase;

/** The rules have their own test, and movements and holds what they refuse; here is what only the configuration decides. */
class EventTimesServiceIT {
    private final EventTimes times = TestCompany.on(TestDatabase.h2().withBakery())
            .with(Clock.class, Bakery.CLOCK)
            .configured(EventTimesService.PID, Map.of("go.live", "2026-03-01"))
            .service(EventTimes.class);

    @Test
    void the_first_day_begins_at_midnight_of_the_site() {
        assertEquals(
                List.of(), refused(aContext("e1").at("2026-02-28T23:00:00Z").request()));
        assertEquals(
                List.of("BEFORE_GO_LIVE"),
                refused(aContext("e1").at("2026-02-28T22:59:59Z").request()));
    }

    @Test
    void a_report_of_the_time_before_go_live_is_a_finding() {
        EventTimes.Settled settled = times.settle(
                aContext("e1").at("2026-02-01T08:00:00Z").reported().request());

        assertEquals(List.of(), settled.violations());
        assertEquals("BEFORE_GO_LIVE", settled.findings().get(0).code());
    }

    @Test
    void an_event_happens_at_a_known_site() {
        assertEquals(
                List.of("SITE_UNKNOWN"),
                refused(aContext("e1").in(new SiteId("XXX")).request()));
    }

    @Test
    void without_a_first_day_in_the_configuration_no_day_is_too_early() {
        LedgerFixture fixture = new LedgerFixture();

        assertEquals(
                List.of(),
                fixture.company
                        .service(EventTimes.class)
                        .settle(aContext("e1").at("2017-01-01T08:00:00Z").request())
                        .violations());
    }

    /** Ten kilograms came at eight; one is said to have left the day before. */
    @Test
    void what_had_not_come_yet_could_not_be_taken() {
        LedgerFixture fixture = new LedgerFixture();
        fixture.receive("r1", LedgerFixture.FLOUR_1, "10 KGM");
        EventTimes ofTheLedger = fixture.company.service(EventTimes.class);
        EventBuilder early = anEvent("d1", EventType.DISPOSE)
                .in(aContext("d1").at("2026-03-01T08:00:00Z").build());

        assertEquals(List.of(), ofTheLedger.notThereYet(early.build()));
        assertEquals(
                List.of("LOT_NOT_THERE_YET"),
                ofTheLedger
                        .notThereYet(early.moving(
                                        LedgerFixture.FLOUR_1,
                                        "1 KGM",
                                        Bakery.in(Bakery.SHELF),
                                        Place.disposal(Bakery.BERLIN))
                                .build())
                        .stream()
                        .map(Violation::code)
                        .toList());
    }

    @Test
    void a_stated_accounting_date_in_a_closed_period_is_refused_and_a_day_that_nobody_states_is_not() {
        TestDatabase closed = TestDatabase.h2().withBakery();
        LocalDate february = LocalDate.of(2026, 2, 28);
        closed.periods()
                .insert(new PeriodStep(
                        1,
                        february.withDayOfMonth(1),
                        february,
                        PeriodStep.Kind.LOCK,
                        0,
                        List.of(),
                        "",
                        "ben",
                        Bakery.NOW));
        EventTimes ofClosed =
                TestCompany.on(closed).with(Clock.class, Bakery.CLOCK).service(EventTimes.class);

        List<Violation> refused = ofClosed.settle(aContext("e1")
                        .at("2026-02-27T08:00:00Z")
                        .countingOn("2026-02-28")
                        .reported()
                        .request())
                .violations();
        assertEquals(
                List.of("PERIOD_CLOSED"), refused.stream().map(Violation::code).toList());
        assertEquals(
                List.of(),
                ofClosed.settle(aContext("e1")
                                .at("2026-02-27T08:00:00Z")
                                .countingOn("2026-03-01")
                                .request())
                        .violations());
        assertEquals(
                List.of(),
                ofClosed.settle(aContext("e1").at("2026-02-27T08:00:00Z").request())
                        .violations());
    }

    private List<String> refused(CaptureContext request) {
        return times.settle(request).violations().stream().map(Violation::code).toList();
    }
}
