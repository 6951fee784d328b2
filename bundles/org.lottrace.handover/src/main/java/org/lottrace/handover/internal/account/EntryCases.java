package org.lottrace.handover.internal.account;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.cost.JournalEntry;

/**
 * An entry as rules see it.
 *
 * @param entry of the journal
 * @param lines one for each line, in its order; those of a reversal as if the event that it undoes did it
 * @param undoes the entry of the event that it undoes; absent when it undoes none, or one that moved no value
 */
public record EntryCases(JournalEntry entry, List<AccountCase> lines, Optional<JournalEntry> undoes) {
    public EntryCases {
        lines = List.copyOf(lines);
    }
}
