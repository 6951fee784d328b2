package org.lottrace.api.handover;

import java.util.List;
import org.lottrace.api.account.EntryNumbers;

/**
 * Entries of the journal with a line that no rule covers.
 *
 * @param entries by number
 * @param lookedThrough number of the last entry that was looked at; the next page begins behind it
 * @param more whether there are entries behind that one
 */
public record UncoveredEntries(List<EntryNumbers> entries, long lookedThrough, boolean more) {
    public UncoveredEntries {
        entries = List.copyOf(entries);
    }
}
