package org.lottrace.allocation.fefo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.lottrace.api.allocation.Candidate;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Position;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.violation.Violation;

/** Whatever suits whom, in whatever order of preference: after the exchange the lines have as much as can flow from goods to lines. */
class SharedGoodsPropertyTest {
    @Property(tries = 500)
    void lines_that_exchange_have_as_much_as_can_be_had(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int lots, @ForAll @IntRange(max = 8) int lines) {
        World world = new World(new Random(seed), lots, lines);

        Map<OrderLineReference, Map<SharedGoods.Goods, BigDecimal>> changes = world.goods.fill();

        changes.forEach((line, change) -> change.forEach((goods, part) -> {
            int lot = world.lots.indexOf(goods.lot());
            int number = line.line() - 1;
            world.taken[number][lot] += part.intValueExact();
            assertTrue(world.taken[number][lot] >= 0, "no line gives what it has not");
            assertTrue(world.suits[number][lot] || part.signum() < 0, "no line takes what does not suit it");
        }));
        for (int lot = 0; lot < lots; lot++) {
            assertTrue(world.sumOfLot(lot) <= world.pieces[lot], "nothing is taken twice");
        }
        int sum = 0;
        for (int line = 0; line < lines; line++) {
            int ofLine = world.sumOfLine(line);
            assertTrue(ofLine <= world.wanted[line], "no line has more than it wants");
            assertTrue(ofLine >= world.served[line], "no line loses anything");
            sum += ofLine;
        }
        assertEquals(world.most(), sum);
    }

    /** Lines that took what suits them in an order of their own, one after the other. */
    private static final class World {
        final SharedGoods goods = new SharedGoods();
        final List<LotKey> lots = new ArrayList<>();
        final int[] pieces;
        final int[] wanted;
        final int[] served;
        final boolean[][] suits;
        final int[][] taken;

        World(Random random, int lotCount, int lineCount) {
            pieces = random.ints(lotCount, 0, 9).toArray();
            wanted = random.ints(lineCount, 0, 12).toArray();
            served = new int[lineCount];
            suits = new boolean[lineCount][lotCount];
            taken = new int[lineCount][lotCount];
            for (int lot = 0; lot < lotCount; lot++) {
                lots.add(aLot("L" + lot).of(BREAD).build().key());
            }
            for (int line = 0; line < lineCount; line++) {
                serve(line, random);
            }
        }

        private void serve(int line, Random random) {
            List<Integer> order = new ArrayList<>();
            for (int lot = 0; lot < pieces.length; lot++) {
                suits[line][lot] = random.nextInt(3) > 0;
                order.add(random.nextInt(order.size() + 1), lot);
            }
            List<Candidate> candidates = new ArrayList<>();
            int missing = wanted[line];
            for (int lot : order) {
                int available = pieces[lot] - sumOfLot(lot);
                int part = suits[line][lot] ? Math.min(missing, available) : 0;
                missing -= part;
                taken[line][lot] = part;
                candidates.add(new Candidate(
                        lots.get(lot),
                        Position.at(Bakery.in(Bakery.SHELF)),
                        Optional.empty(),
                        quantity(available),
                        quantity(part),
                        reasons(suits[line][lot], available)));
            }
            served[line] = wanted[line] - missing;
            goods.add(
                    new OrderLineReference(new DocumentReference(DocumentType.SALES_ORDER, "O"), line + 1),
                    true,
                    candidates,
                    BigDecimal.valueOf(missing));
        }

        private static List<Violation> reasons(boolean suitable, int available) {
            List<Violation> reasons = new ArrayList<>();
            if (!suitable) {
                reasons.add(new Violation("LOT_EXPIRED", "lot", "too old"));
            }
            if (available == 0) {
                reasons.add(new Violation(LotChoice.FULLY_RESERVED, "position", "nothing left"));
            }
            return reasons;
        }

        private static Quantity quantity(int count) {
            return Quantity.of(String.valueOf(count), "C62");
        }

        int sumOfLot(int lot) {
            int sum = 0;
            for (int[] ofLine : taken) {
                sum += ofLine[lot];
            }
            return sum;
        }

        int sumOfLine(int line) {
            int sum = 0;
            for (int part : taken[line]) {
                sum += part;
            }
            return sum;
        }

        int most() {
            MaximumFlow flow = new MaximumFlow(pieces.length + wanted.length + 2);
            for (int lot = 0; lot < pieces.length; lot++) {
                flow.with(0, 1 + lot, pieces[lot]);
                for (int line = 0; line < wanted.length; line++) {
                    if (suits[line][lot]) {
                        flow.with(1 + lot, 1 + pieces.length + line, pieces[lot]);
                    }
                }
            }
            for (int line = 0; line < wanted.length; line++) {
                flow.with(1 + pieces.length + line, 1 + pieces.length + wanted.length, wanted[line]);
            }
            return flow.most();
        }
    }
}
