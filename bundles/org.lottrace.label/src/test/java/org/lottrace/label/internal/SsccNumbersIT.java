package org.lottrace.label.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.label.SsccNumbers;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.transaction.NumberSequences;
import org.lottrace.api.violation.Violation;
import org.lottrace.company.TestCompany;
import org.lottrace.persistence.testing.TestDatabase;

class SsccNumbersIT {
    private static SsccNumbers numbers(TestCompany company, String prefix, int years, String day) {
        return new SsccNumbersService(
                company.database().unitOfWork(),
                company.service(NumberSequences.class),
                prefix,
                years,
                Clock.fixed(Instant.parse(day + "T12:00:00Z"), ZoneOffset.UTC));
    }

    private static List<Sscc> given(Outcome<List<Sscc>> outcome) {
        return outcome.toOptional()
                .orElseThrow(() -> new AssertionError(outcome.violations().toString()));
    }

    @Test
    void numbers_go_up_and_have_their_check_digit() {
        try (TestCompany company = TestCompany.on(TestDatabase.h2())) {
            SsccNumbers numbers = numbers(company, "4012345", 1, "2026-03-02");

            assertEquals(
                    List.of(new Sscc("040123450000000009"), new Sscc("040123450000000016")),
                    given(numbers.allocate(2)));
            assertEquals(List.of(new Sscc("040123450000000023")), given(numbers.allocate(1)));
        }
    }

    /** A number that was given on the last day of a year rests for whole years. */
    @ParameterizedTest
    @CsvSource({"1, 2026-12-31, 2027-12-31, 2028-01-01", "3, 2025-12-31, 2028-12-31, 2029-01-01"})
    void no_number_comes_again_within_the_years_that_are_configured(int years, String day, String last, String again) {
        try (TestCompany company = TestCompany.on(TestDatabase.h2())) {
            Sscc first = given(numbers(company, "401234567890", years, day).allocate(1))
                    .get(0);
            Set<Sscc> later = new HashSet<>();
            for (int year = Integer.parseInt(day.substring(0, 4)) + 1;
                    year <= Integer.parseInt(last.substring(0, 4));
                    year++) {
                SsccNumbers ofYear = numbers(company, "401234567890", years, year + last.substring(4));
                later.addAll(given(ofYear.allocate(100)));
            }

            assertEquals(false, later.contains(first));
            assertEquals(
                    first,
                    given(numbers(company, "401234567890", years, again).allocate(1))
                            .get(0));
        }
    }

    @Test
    void no_number_is_given_twice_when_none_is_left() {
        SsccSpace space = new SsccSpace("401234567890", 9);
        Set<Sscc> all = new HashSet<>();
        for (long i = 0; i < space.perYear(); i++) {
            all.add(space.number(2026, i));
        }

        assertEquals(10_000, space.perYear());
        assertEquals(10_000, all.size());

        try (TestCompany company = TestCompany.on(TestDatabase.h2())) {
            NumberSequences atTheEnd = (name, count) -> space.perYear() + 1;
            List<Violation> refused = new SsccNumbersService(
                            company.database().unitOfWork(), atTheEnd, "401234567890", 9, Clock.systemUTC())
                    .allocate(1)
                    .violations();

            assertEquals(SsccNumbers.USED_UP, refused.get(0).code());
        }
    }

    @ParameterizedTest
    @CsvSource({"'', 1, SSCC_PREFIX_MISSING", "4012345, 0, SSCC_COUNT_WRONG", "4012345, 101, SSCC_COUNT_WRONG"})
    void what_cannot_be_given_is_refused(String prefix, int count, String code) {
        try (TestCompany company = TestCompany.on(TestDatabase.h2())) {
            assertEquals(
                    List.of(code),
                    numbers(company, prefix, 1, "2026-03-02").allocate(count).violations().stream()
                            .map(Violation::code)
                            .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "1234567890123", "40123x5"})
    void what_is_no_prefix_stops_the_configuration(String prefix) {
        assertThrows(IllegalArgumentException.class, () -> new SsccSpace(prefix, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void parallel_callers_get_different_numbers(String engine) throws Exception {
        try (TestCompany company =
                TestCompany.on(engine.equals("h2") ? TestDatabase.h2() : TestDatabase.postgresql())) {
            ExecutorService people = Executors.newFixedThreadPool(8);
            SsccNumbers numbers = numbers(company, "4012345", 1, "2026-03-02");
            List<Future<List<Sscc>>> answers = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                answers.add(people.submit(() -> given(numbers.allocate(5))));
            }
            people.shutdown();
            people.awaitTermination(2, TimeUnit.MINUTES);

            List<Sscc> all = new ArrayList<>();
            for (Future<List<Sscc>> answer : answers) {
                all.addAll(answer.get());
            }
            assertEquals(200, all.stream().distinct().count());
            assertEquals(
                    "0401234500000019",
                    all.stream()
                            .map(Sscc::value)
                            .sorted()
                            .collect(Collectors.toList())
                            .get(199)
                            .substring(0, 16));
        }
    }
}
