package org.lottrace.ledger.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.NOW;
import static org.lottrace.api.fixture.ContextBuilder.aContext;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.violation.Violation;

class TimeRulesTest {
    private static final TimeRules RULES =
            new TimeRules(Duration.ofMinutes(5), 30, Optional.of(LocalDate.of(2026, 3, 1)));

    /** It is 2026-03-02T08:00:00Z. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-02T08:05:00Z, ''",
        "2026-03-02T08:05:01Z, TIME_IN_FUTURE",
        "2020-01-01T00:00:00Z, ''",
    })
    void the_future_begins_behind_the_tolerance(String time, String code) {
        assertEquals(code, codes(RULES.impossible(aContext("e1").at(time).build(), NOW)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31, ''",
        "2026-01-30, ACCOUNTING_DATE_UNREASONABLE",
        "2026-04-01, ''",
        "2026-04-02, ACCOUNTING_DATE_UNREASONABLE"
    })
    void an_accounting_date_is_near_the_day_of_the_event_before_or_behind_it(String date, String code) {
        assertEquals(
                code, codes(RULES.impossible(aContext("e1").countingOn(date).build(), NOW)));
    }

    @ParameterizedTest
    @CsvSource({"2016-03-02, ''", "2016-03-01, ACCOUNTING_DATE_UNREASONABLE", "1926-03-02, ACCOUNTING_DATE_UNREASONABLE"
    })
    void nothing_is_booked_more_than_ten_years_back(String day, String code) {
        assertEquals(
                code,
                codes(RULES.impossible(
                        aContext("e1").at(day + "T12:00:00Z").countingOn(day).build(), NOW)));
    }

    @ParameterizedTest
    @CsvSource({"2026-02-28T22:59:59Z, BEFORE_GO_LIVE", "2026-02-28T23:00:00Z, ''"})
    void the_day_before_the_first_one_is_doubtful_by_the_calendar_of_the_site(String time, String code) {
        assertEquals(code, codes(RULES.doubtful(aContext("e1").at(time).build())));
    }

    @Test
    void without_a_first_day_no_day_is_too_early() {
        TimeRules anyDay = new TimeRules(Duration.ZERO, 30, Optional.empty());

        assertEquals(
                "",
                codes(anyDay.doubtful(aContext("e1").at("2017-01-01T00:00:00Z").build())));
    }

    private static String codes(List<Violation> violations) {
        return String.join(" ", violations.stream().map(Violation::code).toList());
    }
}
