package org.lottrace.lot.master.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.SiteBuilder.aSite;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.fixture.Bakery;

class ProductionDayTest {
    @ParameterizedTest
    @CsvSource({
        "2026-03-02T05:00:00Z, 06:00, 2026-03-02", // 06:00 in Berlin: the day begins
        "2026-03-02T04:59:59Z, 06:00, 2026-03-01",
        "2026-03-01T23:30:00Z, 00:00, 2026-03-02", // 00:30 in Berlin, not in UTC
        "2025-01-01T04:59:59Z, 06:00, 2024-12-31", // night shift of New Year's Eve
        "2026-03-29T03:59:59Z, 06:00, 2026-03-28", // the night the clocks go forward
        "2026-03-29T04:00:00Z, 06:00, 2026-03-29",
    })
    void begins_at_the_local_time_of_the_site(String moment, String start, String day) {
        assertEquals(
                LocalDate.parse(day),
                ProductionDay.of(
                        Instant.parse(moment),
                        aSite(Bakery.BERLIN).startingAt(start).build()));
    }
}
