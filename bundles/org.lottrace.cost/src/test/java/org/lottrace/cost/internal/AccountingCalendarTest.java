package org.lottrace.cost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.annotation.Annotation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountingCalendarTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-02-28T23:30:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({
        "2024-02-10, 2024-02-01, 2024-02-29",
        "2026-01-01, 2026-01-01, 2026-01-25",
        "2026-01-25, 2026-01-01, 2026-01-25",
        "2026-01-26, 2026-01-26, 2026-02-22",
        "2026-02-22, 2026-01-26, 2026-02-22",
        "2026-02-23, 2026-02-23, 2026-02-28",
        "2026-03-01, 2026-03-01, 2026-03-31",
        "2025-12-31, 2025-12-01, 2025-12-31"
    })
    void a_period_is_a_calendar_month_where_no_other_end_is_configured(LocalDate day, LocalDate from, LocalDate to) {
        AccountingCalendar calendar = calendar("UTC", "2026-02-22", " 2026-01-25");

        assertEquals(new AccountingCalendar.Days(from, to), calendar.of(day));
        assertEquals(Optional.of(calendar.of(day)), calendar.endingOn(to));
        assertEquals(Optional.empty(), calendar.endingOn(to.minusDays(1)));
    }

    @Test
    void the_day_is_that_of_the_place_where_the_books_are_kept() {
        assertEquals(LocalDate.parse("2026-02-28"), calendar("UTC").today());
        assertEquals(LocalDate.parse("2026-03-01"), calendar("Europe/Berlin").today());
    }

    private static AccountingCalendar calendar(String zone, String... ends) {
        return new AccountingCalendar(
                new LotCostingConfig() {
                    @Override
                    public String currency() {
                        return "EUR";
                    }

                    @Override
                    public LateCost.Policy late_cost() {
                        return LateCost.Policy.VARIANCE;
                    }

                    @Override
                    public Framework framework() {
                        return Framework.IFRS;
                    }

                    @Override
                    public String accounting_zone() {
                        return zone;
                    }

                    @Override
                    public String[] period_ends() {
                        return ends;
                    }

                    @Override
                    public Class<? extends Annotation> annotationType() {
                        return LotCostingConfig.class;
                    }
                },
                CLOCK);
    }
}
