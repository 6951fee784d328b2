package org.lottrace.handover.internal.file;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.lottrace.api.account.EntryNumbers;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.handover.JournalFile;
import org.lottrace.sheet.SheetFile;

/** A workbook with the rows that CSV has; moments are in UTC. */
final class SheetText implements JournalText {
    private final SheetFile sheet;

    /** @param books how far they are: the head of a last column, which is empty */
    SheetText(OutputStream to, String books) {
        sheet = new SheetFile(
                to,
                "Journal",
                JournalRows.with(JournalRows.HEADS, books).stream()
                        .map(head -> head.equals("handedOver") ? "handedOver (UTC)" : head)
                        .toList());
    }

    @Override
    public void begin() {}

    @Override
    public void entry(JournalEntry entry, RecordedEvent recorded, EntryNumbers numbers) throws IOException {
        TraceEvent event = recorded.event();
        for (List<Object> row : JournalRows.of(entry, event, numbers)) {
            sheet.row(row);
        }
    }

    @Override
    public void end(JournalFile file) throws IOException {
        sheet.end();
    }
}
