package org.lottrace.planning.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.EventBuilder.quantity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.planning.IssuePolicy;
import org.lottrace.api.planning.RotationSimulation;
import org.lottrace.api.planning.SimulationQuestion;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.planning.internal.IssueReplay.Arrival;
import org.lottrace.planning.internal.IssueReplay.Run;

class IssueReplayTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    /**
     * Worked out by hand. On day 0 come 10 that last until day 9, on day 1 10 that last until day 3, and on day 2 10 until day 5; 4 are wanted each
     * day from day 2 to day 6. By expiry the second lot loses 2 and the third 2; by receipt the second loses 10 and the third 4, and nothing is left
     * for the last day; the newest first loses the second lot.
     */
    @ParameterizedTest
    @CsvSource({"FEFO, 4, 20", "FIFO, 14, 16", "LIFO, 10, 20"})
    void small_cases_by_hand(IssuePolicy policy, String wasted, String filled) {
        List<Arrival> arrivals = List.of(arrival(2, 5), arrival(0, 9), arrival(1, 3));

        Run run = new IssueReplay(arrivals, wanted(2, 6, 4), 0).run(policy, DAY, DAY.plusDays(6), 1);

        assertEquals(0, new BigDecimal(wasted).compareTo(run.wasted()), run::toString);
        assertEquals(0, new BigDecimal(filled).compareTo(run.filled()), run::toString);
    }

    @Test
    void nobody_takes_what_is_good_for_fewer_days() {
        IssueReplay replay = new IssueReplay(List.of(arrival(0, 4)), wanted(0, 4, 3), 3);

        Run run = replay.run(IssuePolicy.FEFO, DAY, DAY.plusDays(5), 1);

        // on days 0 and 1 there are still 3 days and more
        assertEquals(0, new BigDecimal("6").compareTo(run.filled()), run::toString);
        assertEquals(0, new BigDecimal("4").compareTo(run.wasted()), run::toString);
    }

    @Test
    void the_same_seed_draws_the_same() {
        Map<LocalDate, BigDecimal> demand = wanted(0, 60, 7);
        IssueReplay replay = new IssueReplay(world(3), demand, 2);

        assertEquals(
                replay.run(IssuePolicy.RANDOM, DAY, DAY.plusDays(60), 5),
                replay.run(IssuePolicy.RANDOM, DAY, DAY.plusDays(60), 5));
    }

    @Test
    void first_expired_first_out_wastes_least_and_fills_most_in_many_worlds() {
        Map<IssuePolicy, BigDecimal> wasted = new EnumMap<>(IssuePolicy.class);
        Map<IssuePolicy, BigDecimal> filled = new EnumMap<>(IssuePolicy.class);
        for (int seed = 1; seed <= 12; seed++) {
            Map<LocalDate, BigDecimal> demand = randomlyWanted(new Random(100 + seed));
            RotationSimulation simulation = SimulationRules.of(
                    new SimulationQuestion(BERLIN, BREAD, DAY, DAY.plusDays(364), 3),
                    new UnitOfMeasure("C62"),
                    world(seed),
                    demand);
            simulation.results().forEach(result -> {
                wasted.merge(result.policy(), result.wasted().amount(), BigDecimal::add);
                filled.merge(result.policy(), result.filled().amount(), BigDecimal::add);
            });
        }

        for (IssuePolicy policy : IssuePolicy.values()) {
            assertTrue(wasted.get(IssuePolicy.FEFO).compareTo(wasted.get(policy)) <= 0, wasted::toString);
            assertTrue(filled.get(IssuePolicy.FEFO).compareTo(filled.get(policy)) >= 0, filled::toString);
        }
        assertTrue(wasted.get(IssuePolicy.FIFO).compareTo(wasted.get(IssuePolicy.RANDOM)) < 0, wasted::toString);
        assertTrue(wasted.get(IssuePolicy.RANDOM).compareTo(wasted.get(IssuePolicy.LIFO)) < 0, wasted::toString);
    }

    @Test
    void a_policy_that_does_not_draw_has_no_margin_and_one_that_draws_has() {
        RotationSimulation simulation = SimulationRules.of(
                new SimulationQuestion(BERLIN, BREAD, DAY, DAY.plusDays(200), 3),
                new UnitOfMeasure("C62"),
                world(1),
                randomlyWanted(new Random(9)));

        assertEquals(quantity("0 C62"), simulation.results().get(0).wastedMargin());
        assertEquals(1, simulation.results().get(0).runs());
        assertTrue(simulation.results().get(3).wastedMargin().isPositive(), simulation::toString);
        assertEquals(20, simulation.results().get(3).runs());
    }

    /** A delivery of 100 every fourth day, good for 6 to 17 days. */
    private static List<Arrival> world(int seed) {
        Random random = new Random(seed);
        List<Arrival> arrivals = new ArrayList<>();
        for (int day = 0; day < 365; day += 4) {
            arrivals.add(new Arrival(
                    DAY.plusDays(day),
                    Optional.of(DAY.plusDays(day + 6L + random.nextInt(12))),
                    BigDecimal.valueOf(100)));
        }
        return arrivals;
    }

    private static Map<LocalDate, BigDecimal> randomlyWanted(Random random) {
        Map<LocalDate, BigDecimal> demand = new HashMap<>();
        for (int day = 0; day < 365; day++) {
            demand.put(DAY.plusDays(day), BigDecimal.valueOf(random.nextInt(49)));
        }
        return demand;
    }

    private static Arrival arrival(int day, int lastDay) {
        return new Arrival(DAY.plusDays(day), Optional.of(DAY.plusDays(lastDay)), BigDecimal.TEN);
    }

    private static Map<LocalDate, BigDecimal> wanted(int from, int to, int quantity) {
        Map<LocalDate, BigDecimal> wanted = new HashMap<>();
        for (int day = from; day <= to; day++) {
            wanted.put(DAY.plusDays(day), BigDecimal.valueOf(quantity));
        }
        return wanted;
    }
}
