package org.lottrace.allocation.fefo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.lottrace.api.allocation.AllocationRule;
import org.lottrace.api.allocation.Candidate;
import org.lottrace.api.allocation.RuleChange;
import org.lottrace.api.allocation.RuleScope;
import org.lottrace.api.event.Position;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.LotBuilder;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.violation.Violation;

class LotChoicePropertyTest {
    private static final Violation UNSUITABLE = new Violation("LOT_ON_HOLD", "lot", "held or too old");

    @Property
    void takes_as_much_as_can_be_had_and_never_more_than_there_is(
            @ForAll("stock") List<Row> stock, @ForAll @IntRange(min = 1, max = 40) int needed) {
        List<Candidate> candidates = choose(needed, stock);

        candidates.forEach(c -> assertTrue(c.taken().compareTo(c.available()) <= 0));
        int eligible =
                stock.stream().filter(row -> !row.held).mapToInt(Row::pieces).sum();
        assertEquals(Math.min(needed, eligible), taken(candidates));
    }

    @Property
    void takes_nothing_that_expires_later_while_an_eligible_earlier_lot_is_left(
            @ForAll("stock") List<Row> stock, @ForAll @IntRange(min = 1, max = 40) int needed) {
        List<Candidate> candidates = choose(needed, stock);

        for (Candidate taken : candidates) {
            for (Candidate left : candidates) {
                boolean couldHaveGivenMore =
                        left.reasons().isEmpty() && left.taken().compareTo(left.available()) < 0;
                if (taken.taken().isPositive() && couldHaveGivenMore) {
                    assertFalse(expiry(left).isBefore(expiry(taken)), () -> taken + " was taken, not " + left);
                }
            }
        }
    }

    @Property
    void does_not_depend_on_the_order_of_the_rows(
            @ForAll("stock") List<Row> stock, @ForAll @IntRange(min = 1, max = 40) int needed, @ForAll long seed) {
        List<Row> shuffled = new ArrayList<>(stock);
        Collections.shuffle(shuffled, new Random(seed));

        assertEquals(choose(needed, stock), choose(needed, shuffled));
    }

    /** Whichever line comes first, which only decides who goes short. Days are what each line wants to remain. */
    @Property(tries = 300)
    void line_after_line_serves_as_much_as_the_best_of_all_ways(
            @ForAll("stock") @Size(max = 4) List<Row> stock,
            @ForAll @Size(3) List<@IntRange(max = 6) Integer> needs,
            @ForAll @Size(3) List<@IntRange(max = 6) Integer> days) {
        assertEquals(bestTotal(stock, needs, days), served(stock, needs, days));
    }

    /** As above, of more lots and lines than can be tried, against a solver that knows nothing of lots. */
    @Property(tries = 200)
    void line_after_line_serves_as_much_as_a_maximum_flow(
            @ForAll("stock") List<Row> stock,
            @ForAll("stock") List<Row> more,
            @ForAll @Size(8) List<@IntRange(max = 9) Integer> needs,
            @ForAll @Size(8) List<@IntRange(max = 6) Integer> days) {
        List<Row> all = new ArrayList<>(stock);
        more.forEach(row -> all.add(new Row(row.number() + 100, row.expiresIn(), row.pieces(), row.held())));
        int lines = needs.size();
        MaximumFlow flow = new MaximumFlow(all.size() + lines + 2);
        for (int lot = 0; lot < all.size(); lot++) {
            flow.with(0, 1 + lot, all.get(lot).pieces());
            for (int line = 0; line < lines; line++) {
                if (all.get(lot).suits(days.get(line))) {
                    flow.with(1 + lot, 1 + all.size() + line, all.get(lot).pieces());
                }
            }
        }
        for (int line = 0; line < lines; line++) {
            flow.with(1 + all.size() + line, 1 + all.size() + lines, needs.get(line));
        }

        assertEquals(flow.most(), served(all, needs, days));
    }

    private static int served(List<Row> stock, List<Integer> needs, List<Integer> days) {
        int served = 0;
        List<Row> left = stock;
        for (int line = 0; line < needs.size(); line++) {
            int wanted = days.get(line);
            List<Candidate> candidates = chosen(
                    pieces(needs.get(line)),
                    left.stream().map(row -> row.offer(wanted)).toList());
            served += taken(candidates);
            left = left.stream().map(row -> row.less(candidates)).toList();
        }
        return served;
    }

    /** Where a rule limits the lots of a line, it gets the most that so many lots can give. */
    @Property
    void so_many_lots_give_the_most_that_any_so_many_can(
            @ForAll("stock") List<Row> stock,
            @ForAll @IntRange(min = 1, max = 20) int needed,
            @ForAll @IntRange(min = 1, max = 4) int most) {
        List<Candidate> candidates = new LotChoice(
                        AllocationTerms.of(List.of(new AllocationRule(
                                1,
                                new RuleChange(RuleScope.EVERYTHING, Bakery.TODAY, Terms.of("lots=" + most), "test"),
                                "anna",
                                Instant.EPOCH))),
                        pieces(needed),
                        BigDecimal.ZERO)
                .of(stock.stream().map(row -> row.offer(0)).toList());

        assertTrue(candidates.stream().filter(c -> c.taken().isPositive()).count() <= most);
        assertEquals(Math.min(needed, bestOf(stock, most)), taken(candidates));
    }

    /** Where lots have to agree, they do, and no others that agree would give more; of those that agree none is taken out of turn. */
    @Property
    void lots_that_agree_give_the_most_that_any_that_agree_can(
            @ForAll("stock") List<Row> stock, @ForAll @IntRange(min = 1, max = 20) int needed, @ForAll long seed) {
        List<Offer> offers = new ArrayList<>(
                stock.stream().map(row -> row.saying(row.number % 3)).toList());
        LotChoice choice = new LotChoice(
                AllocationTerms.of(List.of(new AllocationRule(
                        1,
                        new RuleChange(RuleScope.EVERYTHING, Bakery.TODAY, Terms.of("same=grade"), "test"),
                        "anna",
                        Instant.EPOCH))),
                pieces(needed),
                BigDecimal.ZERO);
        List<Candidate> candidates = choice.of(offers);

        Set<Integer> said = candidates.stream()
                .filter(c -> c.taken().isPositive())
                .map(c -> Integer.parseInt(c.lot().number().value()) % 3)
                .collect(Collectors.toSet());
        assertTrue(said.size() <= 1, candidates::toString);
        int most = 0;
        for (int kind = 0; kind < 3; kind++) {
            int one = kind;
            most = Math.max(
                    most,
                    stock.stream()
                            .filter(row -> !row.held && row.number % 3 == one)
                            .mapToInt(Row::pieces)
                            .sum());
        }
        assertEquals(Math.min(needed, most), taken(candidates));
        for (Candidate taken : candidates) {
            for (Candidate left : candidates) {
                boolean couldHaveGivenMore =
                        left.reasons().isEmpty() && left.taken().compareTo(left.available()) < 0;
                if (taken.taken().isPositive() && couldHaveGivenMore) {
                    assertFalse(expiry(left).isBefore(expiry(taken)), () -> taken + " was taken, not " + left);
                }
            }
        }
        Collections.shuffle(offers, new Random(seed));
        assertEquals(candidates, choice.of(offers));
    }

    /** Tries each set of so many lots. */
    private static int bestOf(List<Row> stock, int most) {
        if (stock.isEmpty() || most == 0) {
            return 0;
        }
        Row first = stock.get(0);
        List<Row> others = stock.subList(1, stock.size());
        return Math.max(bestOf(others, most), (first.held ? 0 : first.pieces) + bestOf(others, most - 1));
    }

    /** Tries to take each piece for each line, or to leave it. */
    private static int bestTotal(List<Row> stock, List<Integer> needs, List<Integer> days) {
        if (stock.isEmpty()) {
            return 0;
        }
        Row first = stock.get(0);
        if (first.pieces == 0) {
            return bestTotal(stock.subList(1, stock.size()), needs, days);
        }
        List<Row> onePieceLess = new ArrayList<>(stock);
        onePieceLess.set(0, new Row(first.number, first.expiresIn, first.pieces - 1, first.held));
        int best = bestTotal(stock.subList(1, stock.size()), needs, days);
        for (int line = 0; line < needs.size(); line++) {
            if (needs.get(line) > 0 && first.suits(days.get(line))) {
                List<Integer> served = new ArrayList<>(needs);
                served.set(line, needs.get(line) - 1);
                best = Math.max(best, 1 + bestTotal(onePieceLess, served, days));
            }
        }
        return best;
    }

    @Provide
    Arbitrary<List<Row>> stock() {
        Arbitrary<Optional<Integer>> expiry =
                Arbitraries.integers().between(0, 6).optional(0.8);
        Arbitrary<Integer> pieces = Arbitraries.integers().between(0, 4);
        Arbitrary<Integer> number = Arbitraries.integers().between(1, 99);
        return Combinators.combine(number, expiry, pieces, Arbitraries.of(true, false, false))
                .as(Row::new)
                .list()
                .uniqueElements(Row::number)
                .ofMaxSize(6);
    }

    private static List<Candidate> choose(int needed, List<Row> stock) {
        return chosen(pieces(needed), stock.stream().map(row -> row.offer(0)).toList());
    }

    private static List<Candidate> chosen(Quantity needed, List<Offer> offers) {
        return new LotChoice(AllocationTerms.DEFAULT, needed, BigDecimal.ZERO).of(offers);
    }

    private static int taken(List<Candidate> candidates) {
        return candidates.stream()
                .mapToInt(c -> c.taken().amount().intValueExact())
                .sum();
    }

    private static Quantity pieces(int count) {
        return Quantity.of(String.valueOf(count), "C62");
    }

    private static LocalDate expiry(Candidate candidate) {
        return candidate.expiry().orElse(LocalDate.MAX);
    }

    /** What is drawn of a lot: its number, in how many days it expires, how much there is, whether it is held. */
    record Row(int number, Optional<Integer> expiresIn, int pieces, boolean held) {
        boolean suits(int remainingDays) {
            return !held && expiresIn.map(days -> days >= remainingDays).orElse(true);
        }

        Offer offer(int remainingDays) {
            LotBuilder lot = aLot(String.valueOf(number)).of(BREAD);
            expiresIn.ifPresent(days -> lot.expiring(Bakery.TODAY.plusDays(days).toString()));
            return new Offer(
                    lot.build(),
                    Position.at(Bakery.in(Bakery.SHELF)),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    LotChoicePropertyTest.pieces(pieces),
                    suits(remainingDays) ? List.of() : List.of(UNSUITABLE));
        }

        Offer saying(int what) {
            Offer offer = offer(0);
            return new Offer(
                    offer.lot(),
                    offer.position(),
                    offer.received(),
                    Optional.of("grade " + what),
                    offer.pickFace(),
                    offer.available(),
                    offer.reasons());
        }

        Row less(List<Candidate> candidates) {
            int taken = candidates.stream()
                    .filter(c -> c.lot().number().value().equals(String.valueOf(number)))
                    .mapToInt(c -> c.taken().amount().intValueExact())
                    .sum();
            return new Row(number, expiresIn, pieces - taken, held);
        }
    }
}
