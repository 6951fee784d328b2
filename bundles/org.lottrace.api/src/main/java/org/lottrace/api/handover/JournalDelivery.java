package org.lottrace.api.handover;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.account.EntryNumbers;
import org.lottrace.api.cost.JournalEntry;

/**
 * What a receiver is given.
 *
 * @param receiver how far it is, with these entries
 * @param entries by number; the number is the key by which the receiver knows what it has had before
 * @param numbers those of the company's chart of accounts, one for each entry, in the same order; from the first time on that the entry
 *     was handed over they are always the same
 * @param waitsFor the rejected entry that keeps it and all behind it from being sent; absent when none does
 * @param more whether others could be sent behind these
 */
public record JournalDelivery(
        JournalReceiver receiver,
        List<JournalEntry> entries,
        List<EntryNumbers> numbers,
        Optional<JournalRejection> waitsFor,
        boolean more) {
    public JournalDelivery {
        Objects.requireNonNull(receiver);
        entries = List.copyOf(entries);
        numbers = List.copyOf(numbers);
        Objects.requireNonNull(waitsFor);
    }
}
