package org.lottrace.planning.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.planning.internal.ExpiryQueue.Left;
import org.lottrace.planning.internal.ExpiryQueue.Waiting;

/** Held against closed forms, and against many simulated queues, in numbers of the machine. */
class ExpiryQueueTest {
    private static final int RUNS = 40_000;

    @ParameterizedTest
    @CsvSource({"-0.3", "1", "-12.5", "-900", "0.0001"})
    void a_power_of_e_is_that_of_the_machine(String power) {
        BigDecimal exp = Exponential.exp(new BigDecimal(power));

        assertEquals(1, exp.doubleValue() == 0 ? 1 : exp.doubleValue() / Math.exp(Double.parseDouble(power)), 1e-12);
        assertEquals(Double.parseDouble(power), Exponential.ln(exp).doubleValue(), 1e-9);
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "3, 12", "0.4, 2", "300, 300", "40, 8", "5, 0", "25, 4", "60, 600"})
    void the_chances_have_the_mean_and_the_variance_that_were_asked_for(String mean, String variance) {
        long[] chances = DemandChances.of(new BigDecimal(mean), new BigDecimal(variance), 2_000);

        double sum = 0;
        double squares = 0;
        for (int step = 0; step < chances.length; step++) {
            sum += step * (chances[step] / 1e9);
            squares += (double) step * step * (chances[step] / 1e9);
        }
        assertEquals(DemandChances.ONE, Arrays.stream(chances).sum());
        assertEquals(Double.parseDouble(mean), sum, 0.001);
        // the number of draws of a binomial is whole
        assertEquals(
                Double.parseDouble(variance), squares - sum * sum, Math.max(0.05, 0.02 * sum) + (sum < 3 ? 0.2 : 0));
    }

    @Test
    void poisson_and_negative_binomial_are_those_of_the_books() {
        long[] poisson = DemandChances.of(new BigDecimal("2"), new BigDecimal("2"), 10);
        assertEquals(Math.exp(-2), poisson[0] / 1e9, 1e-9);
        assertEquals(4.0 / 6 * 2 * Math.exp(-2), poisson[3] / 1e9, 1e-9);

        // size 2, success 1/3: mean 4, variance 12
        long[] negative = DemandChances.of(new BigDecimal("4"), new BigDecimal("12"), 10);
        assertEquals(1.0 / 9, negative[0] / 1e9, 1e-9);
        assertEquals(3.0 * 4 / 9 / 9, negative[2] / 1e9, 1e-9);
    }

    @Test
    void a_single_lot_is_left_when_less_than_it_is_wanted() {
        Left left = new ExpiryQueue(new BigDecimal("7"), BigDecimal.ONE)
                .left(List.of(new Waiting(new BigDecimal("3"), 2)))
                .get(0);

        double none = Math.exp(-2);
        assertEquals(none * (1 + 2 + 2), left.chance().doubleValue(), 1e-4);
        assertEquals(none * (3 + 2 * 2 + 1 * 2), left.left().doubleValue(), 1e-3);
    }

    @Test
    void what_cannot_be_sold_any_more_is_left_for_sure() {
        List<Left> left = new ExpiryQueue(new BigDecimal("70"), new BigDecimal("70"))
                .left(List.of(new Waiting(new BigDecimal("5"), 0), new Waiting(new BigDecimal("5"), 14)));

        assertEquals(0, BigDecimal.ONE.compareTo(left.get(0).chance()));
        assertEquals(0, new BigDecimal("5").compareTo(left.get(0).left()));
        assertTrue(left.get(1).chance().signum() == 0, () -> left.toString());
    }

    @Test
    void lots_behind_each_other_are_left_as_often_as_in_a_simulation() {
        List<Waiting> lots = List.of(
                new Waiting(new BigDecimal("20"), 3),
                new Waiting(new BigDecimal("15"), 5),
                new Waiting(new BigDecimal("1"), 5),
                new Waiting(new BigDecimal("40"), 12));
        double daily = 6;
        List<Left> left = new ExpiryQueue(new BigDecimal("42"), new BigDecimal("42")).left(lots);

        double[] often = new double[lots.size()];
        double[] much = new double[lots.size()];
        Random random = new Random(7);
        for (int run = 0; run < RUNS; run++) {
            double[] rest = lots.stream()
                    .mapToDouble(lot -> lot.quantity().doubleValue())
                    .toArray();
            for (int day = 1; day <= 12; day++) {
                double wanted = poisson(random, daily);
                for (int lot = 0; lot < rest.length; lot++) {
                    if (lots.get(lot).days() >= day) {
                        double taken = Math.min(rest[lot], wanted);
                        rest[lot] -= taken;
                        wanted -= taken;
                    }
                }
            }
            for (int lot = 0; lot < rest.length; lot++) {
                often[lot] += rest[lot] > 0 ? 1.0 / RUNS : 0;
                much[lot] += rest[lot] / RUNS;
            }
        }

        for (int lot = 0; lot < often.length; lot++) {
            assertEquals(often[lot], left.get(lot).chance().doubleValue(), 0.01, "chance of lot " + lot);
            assertEquals(much[lot], left.get(lot).left().doubleValue(), 0.15, "left of lot " + lot);
        }
    }

    @Test
    void large_quantities_have_the_chances_of_small_ones() {
        Left fine = new ExpiryQueue(new BigDecimal("100"), new BigDecimal("400"))
                .left(List.of(new Waiting(new BigDecimal("200"), 14)))
                .get(0);
        Left coarse = new ExpiryQueue(new BigDecimal("10000"), new BigDecimal("4000000"))
                .left(List.of(new Waiting(new BigDecimal("20000"), 14)))
                .get(0);

        assertEquals(fine.chance().doubleValue(), coarse.chance().doubleValue(), 0.02);
        assertEquals(fine.left().doubleValue() * 100, coarse.left().doubleValue(), 40);
    }

    private static int poisson(Random random, double mean) {
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }
}
