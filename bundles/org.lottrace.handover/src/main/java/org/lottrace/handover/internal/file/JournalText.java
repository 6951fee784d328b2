package org.lottrace.handover.internal.file;

import java.io.IOException;
import org.lottrace.api.account.EntryNumbers;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.handover.JournalFile;

/** One way to write the journal down: a beginning, entries, and an end that says how far it reaches. */
interface JournalText {
    void begin() throws IOException;

    /**
     * @param event that the entry books
     * @param numbers of the lines
     */
    void entry(JournalEntry entry, TraceEvent event, EntryNumbers numbers) throws IOException;

    void end(JournalFile file) throws IOException;
}
