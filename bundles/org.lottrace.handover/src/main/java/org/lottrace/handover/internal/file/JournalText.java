package org.lottrace.handover.internal.file;

import java.io.Closeable;
import java.io.IOException;
import org.lottrace.api.account.EntryNumbers;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.handover.JournalFile;

/** One way to write the journal down: a beginning, entries, and an end that says how far it reaches. */
interface JournalText extends Closeable {
    void begin() throws IOException;

    /**
     * @param recorded that the entry books
     * @param numbers of the lines
     */
    void entry(JournalEntry entry, RecordedEvent recorded, EntryNumbers numbers) throws IOException;

    void end(JournalFile file) throws IOException;

    /** Gives back what it needed, whether it came to an end or not. */
    @Override
    default void close() throws IOException {}
}
