package org.lottrace.movement.capture.internal;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.StockOnHand;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/** What lines leave where they take something away. */
final class StockLeft {
    private StockLeft() {}

    /** A lot at a position. */
    record At(LotKey lot, Position position) implements Comparable<At> {
        @Override
        public int compareTo(At other) {
            int byLot = lot.compareTo(other.lot);
            return byLot != 0 ? byLot : position.compareTo(other.position);
        }
    }

    /** As {@link #after(Collection, Collection)}; the stock is locked already. */
    static List<StockBalance> after(Collection<EventLine> lines, StockOnHand stock) {
        return after(
                lines,
                lines.stream()
                        .map(EventLine::lot)
                        .distinct()
                        .flatMap(lot -> stock.ofLot(lot).stream())
                        .toList());
    }

    /** @param balances all of the lots; less than nothing is left where more is taken than there is */
    static SortedMap<At, Quantity> of(Collection<EventLine> lines, Collection<StockBalance> balances) {
        SortedMap<At, Quantity> changes = changes(lines);
        changes.values().removeIf(change -> !change.isNegative());
        return with(changes, balances);
    }

    /**
     * @param balances all of the lots
     * @return what there will be at each position that has more or less afterwards, at least nothing
     */
    static List<StockBalance> after(Collection<EventLine> lines, Collection<StockBalance> balances) {
        SortedMap<At, Quantity> changes = changes(lines);
        changes.values().removeIf(Quantity::isZero);
        return with(changes, balances).entrySet().stream()
                .map(change -> new StockBalance(
                        change.getKey().lot(),
                        change.getKey().position(),
                        change.getValue().isNegative()
                                ? Quantity.zero(change.getValue().unit())
                                : change.getValue()))
                .toList();
    }

    private static SortedMap<At, Quantity> changes(Collection<EventLine> lines) {
        SortedMap<At, Quantity> changes = new TreeMap<>();
        for (EventLine line : lines) {
            changes.merge(new At(line.lot(), line.to()), line.quantity(), Quantity::plus);
            changes.merge(new At(line.lot(), line.from()), line.quantity().negated(), Quantity::plus);
        }
        changes.keySet().removeIf(at -> !at.position().place().kind().holdsStock());
        return changes;
    }

    private static SortedMap<At, Quantity> with(SortedMap<At, Quantity> changes, Collection<StockBalance> balances) {
        balances.forEach(balance ->
                changes.computeIfPresent(new At(balance.lot(), balance.position()), (at, change) -> balance.quantity()
                        .plus(change)));
        return changes;
    }
}
