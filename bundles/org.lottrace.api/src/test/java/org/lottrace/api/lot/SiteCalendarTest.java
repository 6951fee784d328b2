package org.lottrace.api.lot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.lottrace.api.fixture.SiteBuilder.aSite;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.fixture.Bakery;

class SiteCalendarTest {
    @ParameterizedTest
    @CsvSource({
        "2026-03-02T05:00:00Z, 06:00, 2026-03-02", // 06:00 in Berlin: the day begins
        "2026-03-02T04:59:59Z, 06:00, 2026-03-01",
        "2026-03-01T23:30:00Z, 00:00, 2026-03-02", // 00:30 in Berlin, not in UTC
        "2025-01-01T04:59:59Z, 06:00, 2024-12-31", // night shift of New Year's Eve
        "2026-03-29T03:59:59Z, 06:00, 2026-03-28", // the night the clocks go forward
        "2026-03-29T04:00:00Z, 06:00, 2026-03-29",
        "2026-03-29T00:59:59Z, 02:30, 2026-03-28", // there is no 02:30 in that night
        "2026-03-29T01:00:00Z, 02:30, 2026-03-29",
        "2026-10-25T00:29:59Z, 02:30, 2026-10-24", // it is 02:30 twice in that night
        "2026-10-25T00:30:00Z, 02:30, 2026-10-25",
        "2026-10-25T01:10:00Z, 02:30, 2026-10-25", // 02:10 the second time
    })
    void a_production_day_begins_at_the_local_time_of_the_site(String moment, String start, String day) {
        assertEquals(LocalDate.parse(day), calendar(start).productionDay(Instant.parse(moment)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-31T22:59:59Z, 2026-10-31, +01:00",
        "2026-10-31T23:00:00Z, 2026-11-01, +01:00",
        "2026-07-31T22:00:00Z, 2026-08-01, +02:00", // summer time
    })
    void a_day_begins_at_midnight_of_the_site_whenever_its_production_day_does(
            String moment, String day, String offset) {
        assertEquals(LocalDate.parse(day), calendar("06:00").day(Instant.parse(moment)));
        assertEquals(ZoneOffset.of(offset), calendar("06:00").offset(Instant.parse(moment)));
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 02:30",
        "Europe/Berlin, 03:00",
        "America/Havana, 00:30",
        "Asia/Beirut, 00:00",
        "Asia/Beirut, 23:30",
        "Australia/Lord_Howe, 01:45",
        "Pacific/Apia, 06:00",
    })
    void a_production_day_that_has_ended_does_not_come_again(String zone, String start) {
        SiteCalendar calendar = new SiteCalendar(ZoneId.of(zone), LocalTime.parse(start));
        Instant end = Instant.parse("2027-01-01T00:00:00Z");
        LocalDate day = LocalDate.MIN;
        for (Instant moment = Instant.parse("2026-01-01T00:00:00Z");
                moment.isBefore(end);
                moment = moment.plusSeconds(600)) {
            LocalDate next = calendar.productionDay(moment);
            assertFalse(next.isBefore(day), moment + " is on " + next + " after " + day);
            day = next;
        }
    }

    private static SiteCalendar calendar(String start) {
        return aSite(Bakery.BERLIN).startingAt(start).build().calendar();
    }
}
