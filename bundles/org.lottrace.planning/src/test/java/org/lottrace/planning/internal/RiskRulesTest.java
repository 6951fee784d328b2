package org.lottrace.planning.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.TODAY;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.planning.ExpiringLot;
import org.lottrace.api.planning.LotRisk;
import org.lottrace.api.planning.RiskBasis;
import org.lottrace.api.quantity.Quantity;

class RiskRulesTest {
    private static final Series STEADY = series(Collections.nCopies(20, 7));

    @Test
    void mean_and_variance_are_those_of_a_sample() {
        Series series = series(List.of(2, 4, 9));

        assertEquals(0, new BigDecimal("5").compareTo(series.mean()));
        assertEquals(0, new BigDecimal("13").compareTo(series.variance()));
    }

    @Test
    void few_weeks_and_no_demand_are_said_and_no_chance_is_given() {
        LotRisk few = RiskRules.of(List.of(lot("A", 5, "3")), Set.of(), series(Collections.nCopies(7, 7)))
                .get(0);
        LotRisk none = RiskRules.of(List.of(lot("A", 5, "3")), Set.of(), series(List.of()))
                .get(0);

        assertEquals(RiskBasis.TOO_FEW_WEEKS, few.basis());
        assertEquals(RiskBasis.NO_DEMAND, none.basis());
        assertEquals(Optional.empty(), few.chance());
        assertEquals(Optional.empty(), none.left());
    }

    @Test
    void the_spread_of_the_weeks_decides_the_distribution() {
        assertEquals(RiskBasis.POISSON, RiskRules.basis(STEADY));
        assertEquals(RiskBasis.NEGATIVE_BINOMIAL, RiskRules.basis(series(List.of(0, 20, 1, 0, 30, 2, 0, 3, 9, 0))));
    }

    /** Ten weeks of 0.05 are 50 sales of 0.01: fewer than 40 of a Poisson with mean 50 are 6.46 of 100. */
    @Test
    void what_is_sold_in_parts_of_a_unit_is_counted_in_them() {
        Series saffron = new Series(Collections.nCopies(20, new BigDecimal("0.05")));
        ExpiringLot lot = new ExpiringLot(
                BERLIN, aLot("A").of(BREAD).key(), TODAY.plusDays(70), 70, Quantity.of("0.4", "KGM"), Optional.empty());

        LotRisk risk = RiskRules.of(List.of(lot), Set.of(), saffron).get(0);

        assertEquals(RiskBasis.POISSON, risk.basis());
        assertEquals(new BigDecimal("0.0646"), risk.chance().orElseThrow());
    }

    @Test
    void a_lot_that_is_held_is_not_in_the_queue() {
        ExpiringLot held = lot("A", 5, "100");
        ExpiringLot free = lot("B", 6, "3");

        List<LotRisk> risks = RiskRules.of(List.of(held, free), Set.of(held.lot()), STEADY);

        assertEquals(RiskBasis.HELD, risks.get(0).basis());
        assertEquals(quantity("0 C62"), risks.get(1).ahead());
        assertTrue(risks.get(1).chance().orElseThrow().compareTo(new BigDecimal("0.1")) < 0, risks::toString);
    }

    @Test
    void what_is_left_costs_its_share_of_the_lot() {
        LotRisk risk = RiskRules.of(List.of(lot("A", 0, "8")), Set.of(), STEADY).get(0);

        assertEquals(0, BigDecimal.ONE.compareTo(risk.chance().orElseThrow()));
        assertEquals(quantity("8 C62"), risk.left().orElseThrow());
        assertEquals(Optional.of(Money.parse("EUR 12.00")), risk.value());
    }

    @Test
    void the_greatest_value_comes_first_and_what_is_not_known_last() {
        List<LotRisk> risks =
                new ArrayList<>(RiskRules.of(List.of(lot("SURE", 30, "1"), lot("LOST", 30, "500")), Set.of(), STEADY));
        risks.addAll(RiskRules.of(List.of(lot("UNKNOWN", 1, "9")), Set.of(), series(List.of())));

        assertEquals(
                List.of("LOST", "SURE", "UNKNOWN"),
                risks.stream()
                        .sorted(RiskRules.MOST_MONEY)
                        .map(risk -> risk.lot().lot().number().value())
                        .toList());
    }

    /** Random weeks of several kinds: the chances are truer than the naive forecast in each, and near what the best could know. */
    @ParameterizedTest
    @CsvSource({"12, 1, 1", "12, 1, 3", "3, 4, 2", "40, 6, 1", "0.7, 1, 4"})
    void chances_are_truer_than_a_naive_forecast(double mean, int lumps, int weeksAhead) {
        Random random = new Random(20260302);
        int better = 0;
        double score = 0;
        double naive = 0;
        for (int item = 0; item < 12; item++) {
            Series series = series(IntStream.range(0, 52)
                    .mapToObj(week -> poisson(random, mean / lumps) * lumps)
                    .dropWhile(week -> week == 0)
                    .toList());
            BackTest.Scores scores = BackTest.of(series, weeksAhead);
            score += scores.score().orElseThrow().doubleValue();
            naive += scores.naive().orElseThrow().doubleValue();
            better += scores.score().orElseThrow().compareTo(scores.naive().orElseThrow()) < 0 ? 1 : 0;
        }
        double mine = score / 12;
        double theirs = naive / 12;
        assertTrue(better >= 11, "better in " + better + " of 12");
        assertTrue(mine < 0.75 * theirs, mine + " against " + theirs);
        assertTrue(mine < 0.30, "score " + mine);
    }

    @Test
    void without_enough_weeks_there_is_no_trial() {
        BackTest.Scores scores = BackTest.of(series(Collections.nCopies(8, 7)), 1);

        assertEquals(0, scores.trials());
        assertEquals(Optional.empty(), scores.score());
    }

    private static ExpiringLot lot(String number, int days, String amount) {
        return new ExpiringLot(
                BERLIN,
                aLot(number).of(BREAD).key(),
                TODAY.plusDays(days),
                days,
                quantity(amount + " C62"),
                Optional.of(Money.parse("EUR 1.50").multipliedBy(Long.parseLong(amount))));
    }

    private static Series series(List<Integer> weeks) {
        return new Series(weeks.stream().map(BigDecimal::valueOf).toList());
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
