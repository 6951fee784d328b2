package org.lottrace.cost.internal;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * Carries a late cost along the way the goods went: into the lots that were made of them, as far as these are on stock, and into the
 * cost of what was sold. What was lost, written off or is in process goes to the price variance. A walk in breadth; a lot that is
 * reached again in a rework loop takes no more, and its share is a variance.
 */
final class Cascade {
    private final Posting posting;
    private final Deque<Step> steps = new ArrayDeque<>();
    private final Set<LotKey> reached = new HashSet<>();

    Cascade(Posting posting) {
        this.posting = posting;
    }

    /** @param part the quantity of the lot that is gone, and its cost */
    void book(LotKey lot, CostedQuantity part, Optional<OrderLineReference> orderLine) {
        reached.add(lot);
        steps.add(new Step(lot, part));
        while (!steps.isEmpty()) {
            Step step = steps.remove();
            Ways ways = Ways.of(step.lot(), posting.books().ofLot(step.lot()));
            List<Money> shares = LargestRemainder.split(
                    step.gone().value(), ways.weights(step.gone().quantity()));
            for (int i = 0; i < ways.all.size(); i++) {
                go(step, ways.all.get(i), shares.get(i));
            }
            variance(step.lot(), shares.get(ways.all.size()), step.gone().quantity(), orderLine);
        }
    }

    private void go(Step step, Way way, Money share) {
        if (share.isZero()) {
            return;
        }
        if (way.output().isEmpty()) {
            CostedQuantity sold =
                    new CostedQuantity(Quantity.zero(way.quantity().unit()), share);
            posting.debit(Account.COST_OF_GOODS_SOLD, step.lot(), sold, way.orderLine());
            return;
        }
        JournalLine output = way.output().get();
        LotKey made = output.lot().orElseThrow();
        Quantity quantity = output.quantity().orElseThrow();
        if (!reached.add(made)) {
            variance(step.lot(), share, way.quantity(), Optional.empty());
            return;
        }
        LateCost.Split split =
                LateCost.Split.of(posting.onStock(made, quantity.unit()).left(), quantity, share);
        split.onStock().ifPresent(part -> posting.receive(made, part, Optional.empty()));
        split.gone().ifPresent(part -> steps.add(new Step(made, part)));
    }

    private void variance(LotKey lot, Money share, Quantity of, Optional<OrderLineReference> orderLine) {
        if (!share.isZero()) {
            LateCost.variance(lot, new CostedQuantity(Quantity.zero(of.unit()), share), orderLine, posting);
        }
    }

    private record Step(LotKey lot, CostedQuantity gone) {}

    /**
     * Where a part of a lot went.
     *
     * @param quantity of the lot
     * @param output the line of the lot that was made of it; absent for what was sold
     * @param orderLine line of the sales order for what was sold
     */
    private record Way(Quantity quantity, Optional<JournalLine> output, Optional<OrderLineReference> orderLine) {}

    /** Where a lot went, less what came back. */
    private record Ways(List<Way> all) {
        static Ways of(LotKey lot, List<JournalEntry> entries) {
            Map<Optional<OrderLineReference>, Quantity> sold = new LinkedHashMap<>();
            List<Way> ways = new ArrayList<>();
            for (JournalEntry entry : ReversedEntries.without(entries)) {
                if (entry.type() == EventType.SHIP || entry.type() == EventType.RETURN) {
                    entry.lines().stream()
                            .filter(line -> line.account() == Account.COST_OF_GOODS_SOLD
                                    && line.lot().equals(Optional.of(lot)))
                            .forEach(line ->
                                    sold.merge(line.orderLine(), line.quantity().orElseThrow(), Quantity::plus));
                } else if (entry.type() == EventType.PRODUCE) {
                    made(lot, entry, ways);
                }
            }
            sold.forEach((orderLine, quantity) -> {
                if (quantity.isPositive()) {
                    ways.add(new Way(quantity, Optional.empty(), orderLine));
                }
            });
            return new Ways(List.copyOf(ways));
        }

        /** A production books what went into an output right before the output. */
        private static void made(LotKey lot, JournalEntry entry, List<Way> ways) {
            List<Quantity> used = new ArrayList<>();
            for (JournalLine line : entry.lines()) {
                if (line.account() == Account.WORK_IN_PROCESS && line.lot().equals(Optional.of(lot))) {
                    used.add(line.quantity().orElseThrow().negated());
                } else if (line.account() == Account.INVENTORY) {
                    used.stream()
                            .filter(Quantity::isPositive)
                            .forEach(quantity -> ways.add(new Way(quantity, Optional.of(line), Optional.empty())));
                    used.clear();
                }
            }
        }

        /** @return of each way and, last, of what went no way that takes a cost; all of it when nothing else is known */
        List<BigDecimal> weights(Quantity gone) {
            List<BigDecimal> weights = new ArrayList<>();
            BigDecimal left = gone.amount().abs();
            for (Way way : all) {
                weights.add(way.quantity().amount());
                left = left.subtract(way.quantity().amount());
            }
            weights.add(left.signum() > 0 || all.isEmpty() ? left.max(BigDecimal.ONE) : BigDecimal.ZERO);
            return weights;
        }
    }
}
