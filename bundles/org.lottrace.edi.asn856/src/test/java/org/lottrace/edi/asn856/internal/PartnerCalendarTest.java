package org.lottrace.edi.asn856.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartnerCalendarTest {
    /** 2026-03-02 is a Monday. New York is 5 hours behind UTC until the 8th, 4 from then on. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-04T12:00:00Z,  24, 2026-03-03T12:00:00Z",
        "2026-03-02T12:00:00Z,  24, 2026-02-27T12:00:00Z",
        "2026-03-02T00:00:00Z,   1, 2026-02-27T23:00:00Z",
        "2026-03-01T12:00:00Z,   1, 2026-02-27T23:00:00Z",
        "2026-03-02T12:00:00Z, 120, 2026-02-23T12:00:00Z",
        "2026-12-28T12:00:00Z,  24, 2026-12-24T12:00:00Z",
        "2026-03-04T12:00:00Z,   0, 2026-03-04T12:00:00Z"
    })
    void hours_count_on_working_days_only(Instant then, int hours, Instant since) {
        assertEquals(since, calendar("MON TUE WED THU FRI", "2026-12-25", "UTC").before(then, hours));
    }

    @Test
    void days_are_those_of_the_partner_with_its_summer_time() {
        PartnerCalendar calendar = calendar("MON TUE WED THU FRI", "", "America/New_York");

        assertEquals(
                Instant.parse("2026-03-07T04:00:00Z"),
                calendar.before(Instant.parse("2026-03-09T05:00:00Z"), 2),
                "an hour of Monday, one of Friday");
    }

    @Test
    void without_a_calendar_every_hour_counts() {
        Instant then = Instant.parse("2026-03-02T12:00:00Z");

        assertEquals(then.minusSeconds(48 * 3600), calendar("", "", "UTC").before(then, 48));
    }

    @Test
    void who_never_works_is_waited_for_a_year_and_not_for_ever() {
        Instant then = Instant.parse("2026-03-02T00:00:00Z");
        PartnerCalendar never = new PartnerCalendar(java.util.Set.of(), java.util.Set.of(), java.time.ZoneOffset.UTC);

        assertEquals(then.minusSeconds(400L * 24 * 3600), never.before(then, 1));
    }

    @ParameterizedTest
    @CsvSource({"working.days, MONDAY", "working.days, mon", "holidays, 25.12.2026", "zone, Mars/Olympus"})
    void what_is_no_calendar_is_refused(String setting, String value) {
        Properties properties = new Properties();
        properties.setProperty(setting, value);

        String message = assertThrows(IllegalArgumentException.class, () -> PartnerSwitches.of(properties))
                .getMessage();
        assertEquals(List.of(true, true), List.of(message.contains(setting), message.contains(value)));
    }

    private static PartnerCalendar calendar(String days, String holidays, String zone) {
        Properties properties = new Properties();
        properties.setProperty("working.days", days);
        properties.setProperty("holidays", holidays);
        properties.setProperty("zone", zone);
        return PartnerSwitches.of(properties).calendar();
    }
}
