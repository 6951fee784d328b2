package org.lottrace.cost.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.quantity.Quantity;

/**
 * Which entries undo which. The entry of a reversal is the exact opposite of an earlier one ({@link ReversalRule}): that tells
 * which it is, and among several that are equal it does not matter.
 */
final class ReversedEntries {
    private ReversedEntries() {}

    /** @return by reversal what it undoes, among entries by number that have both */
    static Map<JournalEntry, JournalEntry> of(List<JournalEntry> entries) {
        List<JournalEntry> open = new ArrayList<>();
        Map<JournalEntry, JournalEntry> undone = new LinkedHashMap<>();
        for (JournalEntry entry : entries) {
            Optional<JournalEntry> original = entry.type() == EventType.REVERSE
                    ? open.stream().filter(other -> isOpposite(entry, other)).findFirst()
                    : Optional.empty();
            original.ifPresentOrElse(
                    other -> {
                        undone.put(entry, other);
                        open.remove(other);
                    },
                    () -> open.add(entry));
        }
        return undone;
    }

    /** @return the entries without those that were undone, and without those that undo them */
    static List<JournalEntry> without(List<JournalEntry> entries) {
        Map<JournalEntry, JournalEntry> undone = of(entries);
        return entries.stream()
                .filter(entry -> !undone.containsKey(entry) && !undone.containsValue(entry))
                .toList();
    }

    private static boolean isOpposite(JournalEntry entry, JournalEntry other) {
        boolean isGain = other.type() == EventType.GAIN;
        if (!entry.document().equals(other.document())) {
            return false;
        }
        List<JournalLine> undoing = lines(entry, isGain);
        undoing = undoing.subList(ConsignedUse.atBeginning(undoing), undoing.size());
        List<JournalLine> opposite =
                lines(other, isGain).stream().map(ReversedEntries::opposite).toList();
        int more = undoing.size() - opposite.size();
        return more >= 0
                && undoing.subList(0, opposite.size()).equals(opposite)
                && ConsignedUse.atBeginning(undoing.subList(opposite.size(), undoing.size())) == more;
    }

    /** Without what a reversal books besides ({@link ReversalRule}), and what a later output moved between lots. */
    private static List<JournalLine> lines(JournalEntry entry, boolean ofGain) {
        return entry.lines().stream()
                .filter(line -> line.account() != Account.PURCHASE_PRICE_VARIANCE && !isValueAlone(line))
                .map(line -> ofGain ? withoutAmount(line) : line)
                .toList();
    }

    private static boolean isValueAlone(JournalLine line) {
        return line.quantity().filter(Quantity::isZero).isPresent();
    }

    /** An unexplained gain goes back at another value: {@link GainRule}. */
    private static JournalLine withoutAmount(JournalLine line) {
        return new JournalLine(
                line.account(),
                line.lot(),
                line.quantity(),
                line.orderLine(),
                line.amount().multipliedBy(0));
    }

    private static JournalLine opposite(JournalLine line) {
        return new JournalLine(
                line.account(),
                line.lot(),
                line.quantity().map(Quantity::negated),
                line.orderLine(),
                line.amount().negated());
    }
}
