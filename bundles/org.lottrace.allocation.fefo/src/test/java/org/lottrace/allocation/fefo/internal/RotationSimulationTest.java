package org.lottrace.allocation.fefo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lottrace.api.allocation.AllocationRule;
import org.lottrace.api.allocation.Candidate;
import org.lottrace.api.allocation.RuleChange;
import org.lottrace.api.allocation.RuleScope;
import org.lottrace.api.event.Position;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.quantity.Quantity;

/**
 * Two years of one item, the same receipts and the same demand for each way of rotating, with seeds: lots arrive with more or less life
 * left, so that what came first does not always expire first; customers take nothing with less than three days.
 */
class RotationSimulationTest {
    private static final int DAYS = 730;
    private static final int SEEDS = 8;
    private static final int ARRIVING = 100;
    private static final int EVERY = 4;
    private static final int MEAN_DEMAND = 24;
    private static final LocalDate BEGIN = LocalDate.of(2026, 1, 1);

    enum Way {
        FEFO,
        FIFO,
        NEWEST_FIRST,
        RANDOM
    }

    /** Pieces: what came, what expired on the shelf, what was wanted and what was given. */
    record Result(int received, int wasted, int wanted, int given) {
        Result plus(Result other) {
            return new Result(
                    received + other.received, wasted + other.wasted, wanted + other.wanted, given + other.given);
        }
    }

    private record Kept(Lot lot, LocalDate received, int pieces) {}

    @Test
    void first_expired_first_out_wastes_least_and_fills_most() {
        Map<Way, Result> results = new EnumMap<>(Way.class);
        for (Way way : Way.values()) {
            for (int seed = 1; seed <= SEEDS; seed++) {
                results.merge(way, simulated(way, seed), Result::plus);
            }
        }

        Result fefo = results.get(Way.FEFO);
        results.forEach((way, result) -> {
            assertEquals(fefo.received(), result.received(), "the same receipts");
            assertEquals(fefo.wanted(), result.wanted(), "the same demand");
            assertTrue(fefo.wasted() <= result.wasted(), () -> "waste " + results);
            assertTrue(fefo.given() >= result.given(), () -> "fill " + results);
        });
        assertTrue(results.get(Way.FIFO).wasted() < results.get(Way.RANDOM).wasted(), results::toString);
        assertTrue(
                results.get(Way.RANDOM).wasted() < results.get(Way.NEWEST_FIRST).wasted(), results::toString);
    }

    private static Result simulated(Way way, int seed) {
        Random world = new Random(seed);
        Random chance = new Random(-seed);
        AllocationTerms terms = terms(way);
        List<Kept> shelf = new ArrayList<>();
        Result sum = new Result(0, 0, 0, 0);
        for (int day = 0; day < DAYS; day++) {
            LocalDate today = BEGIN.plusDays(day);
            if (day % EVERY == 0) {
                shelf.add(arrived(day, 6 + world.nextInt(12), way == Way.RANDOM ? chance.nextInt(DAYS) : day));
                sum = sum.plus(new Result(ARRIVING, 0, 0, 0));
            }
            int wasted = shelf.stream()
                    .filter(kept -> kept.lot().expiry().orElseThrow().isBefore(today))
                    .mapToInt(Kept::pieces)
                    .sum();
            shelf.removeIf(kept -> kept.lot().expiry().orElseThrow().isBefore(today) || kept.pieces() == 0);
            int wanted = poisson(world, MEAN_DEMAND);
            int before = pieces(shelf);
            shelf = left(
                    shelf, new LotChoice(terms, quantity(wanted), BigDecimal.ZERO).of(offers(shelf, terms, today)));
            sum = sum.plus(new Result(0, wasted, wanted, before - pieces(shelf)));
        }
        return sum;
    }

    private static AllocationTerms terms(Way way) {
        String rotation = way == Way.RANDOM ? "FIFO" : way.name();
        return AllocationTerms.of(List.of(new AllocationRule(
                1,
                new RuleChange(RuleScope.EVERYTHING, BEGIN, Terms.of("days=3 rotation=" + rotation), "test"),
                "anna",
                Instant.EPOCH)));
    }

    private static Kept arrived(int day, int life, int rank) {
        return new Kept(
                aLot("D" + day)
                        .of(BREAD)
                        .producedOn(BEGIN.plusDays(day).toString())
                        .expiring(BEGIN.plusDays((long) day + life).toString())
                        .build(),
                BEGIN.plusDays(rank),
                ARRIVING);
    }

    private static List<Offer> offers(List<Kept> shelf, AllocationTerms terms, LocalDate today) {
        RuleJudge judge = new RuleJudge(terms, Bakery.item(BREAD), today, Optional.empty());
        return shelf.stream()
                .map(kept -> new Offer(
                        kept.lot(),
                        Position.at(Bakery.in(SHELF)),
                        Optional.of(kept.received()),
                        Optional.empty(),
                        false,
                        quantity(kept.pieces()),
                        judge.against(kept.lot(), LotFacts.NONE)))
                .toList();
    }

    private static List<Kept> left(List<Kept> shelf, List<Candidate> candidates) {
        List<Kept> left = new ArrayList<>();
        for (Kept kept : shelf) {
            int taken = candidates.stream()
                    .filter(candidate -> candidate.lot().equals(kept.lot().key()))
                    .mapToInt(candidate -> candidate.taken().amount().intValueExact())
                    .sum();
            left.add(new Kept(kept.lot(), kept.received(), kept.pieces() - taken));
        }
        return left;
    }

    private static int pieces(List<Kept> shelf) {
        return shelf.stream().mapToInt(Kept::pieces).sum();
    }

    private static Quantity quantity(int pieces) {
        return Quantity.of(String.valueOf(pieces), "C62");
    }

    /** Knuth's way: how many draws it takes until their product is below e to the minus mean. */
    private static int poisson(Random random, int mean) {
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
