package org.lottrace.cost.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * An amount that came into a lot from outside of it: received, found at a count, or made. A return is none; it had come
 * in before. What was reversed never came in.
 *
 * @param entry the entry that booked it
 * @param amount quantity of the lot, and its value
 * @param ingredients what it was made of; empty when it was not made
 */
record Inflow(JournalEntry entry, CostedQuantity amount, List<JournalLine> ingredients) {
    /** @return the inflows of the lot among these entries, in their order */
    static List<Inflow> of(LotKey lot, List<JournalEntry> entries) {
        List<Inflow> inflows = new ArrayList<>();
        for (JournalEntry entry : ReversedEntries.without(entries)) {
            if (entry.type() != EventType.RETURN) {
                addAll(inflows, entry, lot);
            }
        }
        return inflows;
    }

    /** A cost that became known later comes without a quantity. */
    private static boolean cameIn(JournalLine line) {
        Quantity quantity = line.quantity().orElseThrow();
        return quantity.isPositive() || quantity.isZero() && !line.amount().isZero();
    }

    private static boolean isTakenToTransform(JournalLine line, JournalEntry entry) {
        return EventType.TRANSFORMATIONS.contains(entry.type())
                && line.account() == Account.INVENTORY
                && line.quantity().orElseThrow().isNegative();
    }

    private static void addAll(List<Inflow> inflows, JournalEntry entry, LotKey lot) {
        // a production or a transformation books what went into an output right before the output
        List<JournalLine> ingredients = new ArrayList<>();
        for (JournalLine line : entry.lines()) {
            if (line.account() == Account.CONVERSION_IN_PROCESS && line.amount().isNegative()
                    || isTakenToTransform(line, entry)
                    || line.account() == Account.WORK_IN_PROCESS
                            && line.quantity().orElseThrow().isNegative()) {
                ingredients.add(line);
            } else if (line.account() == Account.INVENTORY) {
                if (line.lot().equals(Optional.of(lot)) && cameIn(line)) {
                    inflows.add(new Inflow(entry, Books.costed(line), List.copyOf(ingredients)));
                }
                ingredients.clear();
            }
        }
    }
}
