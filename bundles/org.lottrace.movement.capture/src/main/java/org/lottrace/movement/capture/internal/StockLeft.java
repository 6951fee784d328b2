package org.lottrace.movement.capture.internal;

import java.util.Collection;
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

    /** @return what will be left at each position that has less afterwards; the stock is locked already */
    static SortedMap<At, Quantity> of(Collection<EventLine> lines, StockOnHand stock) {
        return of(
                lines,
                lines.stream()
                        .map(EventLine::lot)
                        .distinct()
                        .flatMap(lot -> stock.ofLot(lot).stream())
                        .toList());
    }

    /** @param balances all of the lots; less than nothing is left where more is taken than there is */
    static SortedMap<At, Quantity> of(Collection<EventLine> lines, Collection<StockBalance> balances) {
        SortedMap<At, Quantity> changes = new TreeMap<>();
        for (EventLine line : lines) {
            changes.merge(new At(line.lot(), line.to()), line.quantity(), Quantity::plus);
            changes.merge(new At(line.lot(), line.from()), line.quantity().negated(), Quantity::plus);
        }
        changes.entrySet()
                .removeIf(change -> !change.getKey().position().place().kind().holdsStock()
                        || !change.getValue().isNegative());
        balances.forEach(balance ->
                changes.computeIfPresent(new At(balance.lot(), balance.position()), (at, change) -> balance.quantity()
                        .plus(change)));
        return changes;
    }
}
