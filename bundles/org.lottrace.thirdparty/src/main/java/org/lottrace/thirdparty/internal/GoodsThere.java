package org.lottrace.thirdparty.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * Where the book has the goods of a report, which names the place as a whole: first in the logistic unit that it names, then loose, then
 * wherever else. What the book has too little of is taken at one place, and found there as unexplained.
 */
final class GoodsThere {
    /** A part of a quantity, and where it is taken. */
    record Part(Position from, Quantity quantity) {}

    private final Map<LotKey, Map<Position, Quantity>> left = new LinkedHashMap<>();
    private final Position usual;

    /** @param usual where goods are that the book has nowhere */
    GoodsThere(List<StockBalance> balances, Position usual) {
        this.usual = usual;
        balances.forEach(balance -> left.computeIfAbsent(balance.lot(), none -> new LinkedHashMap<>())
                .merge(balance.position(), balance.quantity(), Quantity::plus));
    }

    /** @return at least one part, together that quantity in the base unit; what was taken is not there for the next */
    List<Part> take(LotKey lot, Optional<Sscc> container, Quantity quantity) {
        Map<Position, Quantity> positions = left.getOrDefault(lot, Map.of());
        List<Position> order = positions.keySet().stream()
                .sorted(Comparator.comparing((Position at) -> !at.container().equals(container))
                        .thenComparing(at -> at.container().isPresent())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        List<Part> parts = new ArrayList<>();
        Quantity wanted = quantity;
        for (Position at : order) {
            Quantity part = wanted.min(positions.get(at));
            if (part.isPositive()) {
                parts.add(new Part(at, part));
                positions.put(at, positions.get(at).minus(part));
                wanted = wanted.minus(part);
            }
        }
        if (wanted.isPositive()) {
            parts.add(usual(container, wanted));
        }
        return parts;
    }

    /** @return what the book has nowhere, where goods usually are */
    Part usual(Optional<Sscc> container, Quantity quantity) {
        return new Part(new Position(usual.place(), container), quantity);
    }
}
