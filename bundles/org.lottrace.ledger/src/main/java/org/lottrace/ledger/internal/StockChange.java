package org.lottrace.ledger.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/**
 * What the lines of one event do to the stock. Only the sum over all lines of a position counts, not their order: an
 * event moves everything at once.
 */
final class StockChange {
    static final String STOCK_INSUFFICIENT = "STOCK_INSUFFICIENT";
    static final String STOCK_RESERVED = "STOCK_RESERVED";

    private record Key(LotKey lot, Position position) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byLot = lot.compareTo(other.lot);
            return byLot != 0 ? byLot : position.compareTo(other.position);
        }
    }

    private final List<EventLine> lines;
    private final Map<Key, Quantity> before = new HashMap<>();
    private final SortedMap<Key, Quantity> after = new TreeMap<>();

    /**
     * @param lines each in the base unit of its item
     * @param stock every balance of their lots
     */
    StockChange(List<EventLine> lines, List<StockBalance> stock) {
        this.lines = lines;
        stock.forEach(balance -> before.put(new Key(balance.lot(), balance.position()), balance.quantity()));
        for (EventLine line : lines) {
            add(line, line.from(), line.quantity().negated());
            add(line, line.to(), line.quantity());
        }
    }

    /** @return the new balance of every position that is touched */
    List<StockBalance> balances() {
        return after.entrySet().stream()
                .map(entry ->
                        new StockBalance(entry.getKey().lot(), entry.getKey().position(), entry.getValue()))
                .toList();
    }

    /**
     * @param reserved of the lots, at each position where something is
     * @return one violation for each position that would go below zero or below what is reserved there, naming the line
     *     that asks for more than there is
     */
    List<Violation> violations(List<StockBalance> reserved) {
        Map<Key, Quantity> sums = new HashMap<>();
        reserved.forEach(sum -> sums.put(new Key(sum.lot(), sum.position()), sum.quantity()));
        List<Violation> violations = new ArrayList<>();
        after.forEach((key, left) -> {
            Quantity kept = sums.getOrDefault(key, Quantity.zero(left.unit()));
            if (left.isNegative()) {
                violations.add(violation(STOCK_INSUFFICIENT, key, left, ""));
            } else if (left.compareTo(kept) < 0 && left.compareTo(before(key, left)) < 0) {
                violations.add(violation(STOCK_RESERVED, key, left.minus(kept), ", less " + kept + " reserved"));
            }
        });
        return violations;
    }

    private void add(EventLine line, Position position, Quantity quantity) {
        if (position.place().kind().holdsStock()) {
            Key key = new Key(line.lot(), position);
            after.merge(key, before(key, quantity).plus(quantity), (known, ignored) -> known.plus(quantity));
        }
    }

    private Quantity before(Key key, Quantity like) {
        return before.getOrDefault(key, Quantity.zero(like.unit()));
    }

    private Violation violation(String code, Key key, Quantity missing, String less) {
        return new Violation(
                code,
                ViolationPath.of("lines", lineThatAsksTooMuch(key, missing.negated()))
                        .then("quantity"),
                "lot " + key.lot() + " at " + key.position() + ": there is " + before(key, missing) + less + ", "
                        + missing.negated() + " too little");
    }

    /** Going backwards through the lines that take from the position, the one in which the missing quantity is used up. */
    private int lineThatAsksTooMuch(Key key, Quantity missing) {
        Quantity rest = missing;
        int found = 0;
        for (int i = lines.size(); i > 0 && rest.isPositive(); i--) {
            EventLine line = lines.get(i - 1);
            if (line.lot().equals(key.lot()) && line.from().equals(key.position())) {
                rest = rest.minus(line.quantity());
                found = i;
            }
        }
        return found;
    }
}
