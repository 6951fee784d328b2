package org.lottrace.services.fill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Outcomes.done;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.lottrace.api.allocation.AllocationDecision;
import org.lottrace.api.allocation.AllocationDecisions;
import org.lottrace.api.allocation.AllocationWaves;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.Rotation;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.company.TestCompany;
import org.lottrace.services.fill.RandomWave.Limit;

/** Waves over random lots, rules and orders, against a solver that is told only what the services let go. The seed is in each message. */
class WaveFillPropertyTest {
    @Property(tries = 20, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void a_wave_fills_as_much_as_can_be_filled(@ForAll long seed) {
        Served served = new Served(seed, Limit.NONE, RandomWave.Size.LARGE);

        assertEquals(MostFilled.of(served.possible), served.filled(), served::toString);
        served.check();
    }

    /** It filled 433 of 449 when no line left its goods to another one. */
    @Example
    void a_line_that_can_have_other_goods_leaves_its_own_to_one_that_cannot() {
        Served served = new Served(-1633431, Limit.NONE, RandomWave.Size.LARGE);

        assertEquals(449, MostFilled.of(served.possible), served::toString);
        assertEquals(449, served.filled(), served::toString);
        served.check();
    }

    /** Why it is no less than half: README of the bundle. */
    @Property(tries = 20, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void where_rules_limit_the_lots_of_a_line_it_fills_half_of_it_or_more(@ForAll long seed) {
        fillsHalfOrMore(new Served(seed, Limit.FEW_LOTS, RandomWave.Size.SMALL));
    }

    @Property(tries = 20, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void where_the_lots_of_a_line_have_to_agree_they_do_and_it_fills_half_of_it_or_more(@ForAll long seed) {
        fillsHalfOrMore(new Served(seed, Limit.ONE_EXPIRY, RandomWave.Size.SMALL));
    }

    /** The solver called it infeasible as long as it made Gomory cuts. */
    @Example
    void what_can_be_filled_is_known_for_this_wave_too() {
        fillsHalfOrMore(new Served(25, Limit.ONE_EXPIRY, RandomWave.Size.SMALL));
    }

    private static void fillsHalfOrMore(Served served) {
        long most = MostFilled.of(served.possible);

        assertTrue(served.filled() <= most, () -> served + " fills more than " + most);
        assertTrue(2 * served.filled() >= most, () -> served + " fills " + served.filled() + " of " + most);
        served.check();
    }

    @Property(tries = 8, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void the_order_of_the_rows_changes_nothing(@ForAll long seed) {
        Served served = new Served(seed, Limit.values()[(int) Math.floorMod(seed, 3L)], RandomWave.Size.LARGE);

        assertEquals(
                served.lines,
                new Served(seed, Limit.values()[(int) Math.floorMod(seed, 3L)], RandomWave.Size.LARGE, -seed).lines);
    }

    /** One wave, served. */
    private static final class Served {
        private final RandomWave wave;
        private final RandomWave.Drawn drawn;
        private final List<Possible.Line> possible;
        private final List<LineAllocation> lines;
        private final Map<OrderLineReference, Rotation> rotations = new HashMap<>();

        Served(long seed, Limit limit, RandomWave.Size size) {
            this(seed, limit, size, seed);
        }

        Served(long seed, Limit limit, RandomWave.Size size, long rows) {
            wave = new RandomWave(seed, limit, size);
            drawn = wave.draw();
            try (TestCompany company = RandomWave.company(drawn, new Random(rows))) {
                possible = Possible.of(drawn, company);
                lines = done(company.service(AllocationWaves.class).allocate(drawn.numbers(), drawn.fairness()));
                AllocationDecisions decisions = company.service(AllocationDecisions.class);
                for (String order : drawn.numbers()) {
                    for (AllocationDecision one : decisions.ofOrder(order, Optional.empty(), 100)) {
                        rotations.put(one.orderLine(), one.rotation());
                    }
                }
            }
        }

        long filled() {
            return lines.stream()
                    .map(line -> line.reserved().amount())
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .longValueExact();
        }

        void check() {
            Map<OrderLineReference, LineAllocation> byLine =
                    lines.stream().collect(Collectors.toMap(LineAllocation::orderLine, Function.identity()));
            for (Possible.Line line : possible) {
                LineAllocation got = byLine.get(line.reference());
                assertTrue(
                        got.reserved().amount().compareTo(line.wanted()) <= 0, () -> wave + " gives too much: " + got);
                got.reservations()
                        .forEach(one -> assertTrue(
                                line.goods().stream().anyMatch(goods -> isOf(goods, one)),
                                () -> wave + " takes what may not go: " + one));
                line.mostLots()
                        .ifPresent(most -> assertTrue(
                                got.reservations().stream()
                                                .map(Reservation::lot)
                                                .distinct()
                                                .count()
                                        <= most,
                                () -> wave + " takes more than " + most + " lots: " + got));
                line.goods()
                        .forEach(goods -> assertTrue(free(goods).signum() >= 0, () -> wave + " oversells " + goods));
                if (line.oneExpiry()) {
                    assertTrue(
                            got.reservations().stream()
                                            .map(one -> expiryOrLot(one))
                                            .distinct()
                                            .count()
                                    <= 1,
                            () -> wave + " mixes lots: " + got);
                }
                if (rotations.get(line.reference()) == Rotation.FEFO
                        && line.mostLots().isEmpty()
                        && !line.oneExpiry()) {
                    checkOrder(line, got);
                }
            }
        }

        /** No later lot while an earlier one, that the line may have, was free. */
        private void checkOrder(Possible.Line line, LineAllocation got) {
            for (Possible.Goods goods : line.goods()) {
                if (free(goods).signum() > 0) {
                    got.reservations().stream()
                            .filter(one -> expiry(one).isAfter(expiry(goods)))
                            .forEach(one -> assertEquals("", wave + " takes " + one + " and leaves " + goods));
                }
            }
        }

        private Object expiryOrLot(Reservation one) {
            LocalDate expiry = expiry(one);
            return expiry.equals(LocalDate.MAX) ? one.lot() : expiry;
        }

        private LocalDate expiry(Reservation one) {
            return drawn.lots().stream()
                    .filter(stocked -> stocked.lot().key().equals(one.lot()))
                    .findFirst()
                    .flatMap(stocked -> stocked.lot().expiry())
                    .orElse(LocalDate.MAX);
        }

        private static LocalDate expiry(Possible.Goods goods) {
            return goods.lot().expiry().orElse(LocalDate.MAX);
        }

        private BigDecimal free(Possible.Goods goods) {
            return lines.stream()
                    .flatMap(line -> line.reservations().stream())
                    .filter(one -> isOf(goods, one))
                    .map(one -> one.quantity().amount())
                    .reduce(goods.pieces(), BigDecimal::subtract);
        }

        private static boolean isOf(Possible.Goods goods, Reservation one) {
            return goods.lot().key().equals(one.lot()) && goods.position().equals(one.position());
        }

        @Override
        public String toString() {
            return wave + ", " + drawn.fairness() + ", " + drawn.orders().size() + " orders, "
                    + drawn.lots().size() + " lots";
        }
    }
}
