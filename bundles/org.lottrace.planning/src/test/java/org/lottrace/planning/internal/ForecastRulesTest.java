package org.lottrace.planning.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.EventBuilder.quantity;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.planning.DemandForecast;
import org.lottrace.api.planning.ForecastMethod;
import org.lottrace.api.planning.ReplenishmentTerms;
import org.lottrace.api.quantity.UnitOfMeasure;

/** Held against small cases worked out by hand, and against a simulation of lead times. */
class ForecastRulesTest {
    private static final BigDecimal A_FIFTH = new BigDecimal("0.2");

    @Test
    void simple_smoothing_by_hand() {
        Smoothing found = Smoothing.of(ForecastMethod.EXPONENTIAL_SMOOTHING, A_FIFTH, series(10, 20, 5));

        // 10; 10 + 0.2 * 10 = 12; 12 - 0.2 * 7 = 10.6; errors 10 and -7
        assertEquals(0, new BigDecimal("10.6").compareTo(found.weekly()));
        assertEquals(0, new BigDecimal("74.5").compareTo(found.squares()));
        assertEquals(0, new BigDecimal("8.5").compareTo(found.error()));
    }

    @Test
    void croston_by_hand() {
        Smoothing found = Smoothing.of(ForecastMethod.CROSTON, A_FIFTH, series(10, 0, 0, 20, 0));

        // size 10 + 0.2 * 10 = 12; interval 1 + 0.2 * 2 = 1.4; 0.9 * 12 / 1.4
        assertEquals(0.9 * 12 / 1.4, found.weekly().doubleValue(), 1e-12);
    }

    @Test
    void fading_by_hand() {
        Smoothing found = Smoothing.of(ForecastMethod.FADING, A_FIFTH, series(10, 0, 20, 0));

        // chance 1, 0.8, 0.84, 0.672; size 10, 12
        assertEquals(0.672 * 12, found.weekly().doubleValue(), 1e-12);
    }

    @ParameterizedTest
    @CsvSource({
        "3 4 5 3 4 5 3 4, EXPONENTIAL_SMOOTHING",
        "3 4 5 0 4 5 3 4, EXPONENTIAL_SMOOTHING",
        "3 0 5 0 4 0 3 4, CROSTON",
        "3 0 5 0 4 0 0 0, CROSTON",
        "3 0 5 0 0 0 0 0 0 0, CROSTON",
        "3 3 3 0 0 0 0 0 0 0, FADING",
        "3 4 5 3 4 5 3, TOO_FEW_WEEKS",
    })
    void the_method_follows_from_how_often_something_is_wanted(String weeks, ForecastMethod method) {
        assertEquals(
                method,
                ForecastRules.method(series(Arrays.stream(weeks.split(" "))
                        .mapToInt(Integer::parseInt)
                        .toArray())));
    }

    @Test
    void the_weight_that_would_have_erred_least_is_taken() {
        Series rising = series(IntStream.rangeClosed(1, 30).toArray());

        Smoothing best = Smoothing.best(ForecastMethod.EXPONENTIAL_SMOOTHING, rising);

        assertEquals(new BigDecimal("0.3"), best.weight());
        Stream.of("0.1", "0.2")
                .map(weight -> Smoothing.of(ForecastMethod.EXPONENTIAL_SMOOTHING, new BigDecimal(weight), rising))
                .forEach(other -> assertTrue(best.squares().compareTo(other.squares()) < 0));
    }

    /** Poisson with mean 4: 7 suffice in 94.9 of 100 cases, 8 in 97.9. */
    @ParameterizedTest
    @CsvSource({"95, 8", "94, 7", "50, 4", "99.9, 11"})
    void the_reorder_point_of_even_demand_is_that_of_poisson(String service, int point) {
        DemandForecast forecast = forecast(series(Collections.nCopies(20, 4)), 7, service);

        assertEquals(Optional.of(quantity("4 C62")), forecast.weekly());
        assertEquals(Optional.of(quantity(point + " C62")), forecast.reorderPoint());
        assertEquals(Optional.of(quantity(point - 4 + " C62")), forecast.safetyStock());
    }

    @Test
    void too_few_weeks_have_no_forecast() {
        DemandForecast forecast = forecast(series(Collections.nCopies(7, 4)), 7, "95");

        assertEquals(ForecastMethod.TOO_FEW_WEEKS, forecast.method());
        assertEquals(Optional.empty(), forecast.weekly());
        assertEquals(Optional.empty(), forecast.reorderPoint());
    }

    /** The reorder point of a year suffices in the years after about as often as was asked for. */
    @ParameterizedTest
    @CsvSource({"12, 1, 14, 95", "12, 1, 14, 80", "6, 4, 21, 95", "300, 20, 7, 90"})
    void a_reorder_point_suffices_as_often_as_was_asked_for(double mean, int lumps, int leadDays, double service) {
        Random random = new Random(11);
        double enough = 0;
        int trials = 0;
        for (int item = 0; item < 40; item++) {
            DemandForecast forecast = forecast(
                    series(IntStream.range(0, 52)
                            .map(week -> weekOf(random, mean, lumps))
                            .toArray()),
                    leadDays,
                    String.valueOf(service));
            double point = forecast.reorderPoint().orElseThrow().amount().doubleValue();
            for (int lead = 0; lead < 200; lead++) {
                double wanted = 0;
                for (int week = 0; week < leadDays / 7; week++) {
                    wanted += weekOf(random, mean, lumps);
                }
                enough += wanted <= point ? 1 : 0;
                trials++;
            }
        }
        double percent = enough * 100 / trials;
        assertTrue(percent > service - 5 && percent < service + (100 - service) * 0.8, percent + " for " + service);
    }

    /** A week of 0.05 is 5 sales of 0.01: Poisson with mean 5, of which 9 suffice in 96.8 of 100 cases, and 8 in 93.2. */
    @Test
    void what_is_sold_in_parts_of_a_unit_is_not_ordered_in_whole_ones() {
        DemandForecast forecast = forecast(new Series(Collections.nCopies(20, new BigDecimal("0.05"))), 7, "95");

        assertEquals(
                new BigDecimal("0.09"),
                forecast.reorderPoint().orElseThrow().amount().stripTrailingZeros());
    }

    @ParameterizedTest
    @CsvSource({"0, 95", "181, 95", "7, 49.9", "7, 100"})
    void terms_have_limits(int leadDays, BigDecimal service) {
        assertThrows(IllegalArgumentException.class, () -> new ReplenishmentTerms(leadDays, service));
    }

    private static DemandForecast forecast(Series series, int leadDays, String service) {
        return ForecastRules.of(
                BERLIN,
                BREAD,
                new UnitOfMeasure("C62"),
                series,
                new ReplenishmentTerms(leadDays, new BigDecimal(service)));
    }

    private static Series series(List<Integer> weeks) {
        return new Series(weeks.stream().map(BigDecimal::valueOf).toList());
    }

    private static Series series(int... weeks) {
        return series(Arrays.stream(weeks).boxed().toList());
    }

    private static int weekOf(Random random, double mean, int lumps) {
        double limit = Math.exp(-mean / lumps);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count * lumps;
    }
}
