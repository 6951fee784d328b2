package org.lottrace.ledger.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.ContextBuilder.aContext;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.EventTimes;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.violation.Violation;
import org.lottrace.company.TestCompany;
import org.lottrace.persistence.testing.TestDatabase;

/** The rules have their own test, and movements and holds what they refuse; here is what only the configuration decides. */
class EventTimesServiceTest {
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

    private List<String> refused(CaptureContext request) {
        return times.settle(request).violations().stream().map(Violation::code).toList();
    }
}
