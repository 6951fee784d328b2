package org.lottrace.handover.internal.file;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.account.EntryNumbers;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.handover.JournalFile;
import org.lottrace.api.handover.JournalFileFormat;
import org.lottrace.api.handover.JournalFiles;
import org.lottrace.api.handover.JournalRange;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.handover.internal.account.EntryNumbering;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads a page of the journal with its events, writes it down, and forgets it. */
@Component
public final class JournalFilesService implements JournalFiles {
    private static final int PAGE = 500;

    private final LotCosting costing;
    private final UnitOfWork unitOfWork;
    private final LedgerStore ledger;
    private final EntryNumbering numbering;
    private final NorwegianSaft saft;
    private final int mostEntries;

    @Activate
    public JournalFilesService(
            @Reference LotCosting costing,
            @Reference UnitOfWork unitOfWork,
            @Reference LedgerStore ledger,
            @Reference EntryNumbering numbering,
            @Reference NorwegianSaft saft) {
        this(costing, unitOfWork, ledger, numbering, saft, MOST_ENTRIES);
    }

    /** For tests. */
    JournalFilesService(
            LotCosting costing,
            UnitOfWork unitOfWork,
            LedgerStore ledger,
            EntryNumbering numbering,
            NorwegianSaft saft,
            int mostEntries) {
        this.costing = costing;
        this.unitOfWork = unitOfWork;
        this.ledger = ledger;
        this.numbering = numbering;
        this.saft = saft;
        this.mostEntries = mostEntries;
    }

    @Override
    public JournalFile write(JournalFileFormat format, JournalRange range, OutputStream to) {
        try {
            Writer out = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
            try (JournalText text = text(format, range, out, to)) {
                text.begin();
                JournalFile file = entries(format, new JournalPages(costing, range), text);
                text.end(file);
                out.flush();
                return file;
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("the file of the journal cannot be written: " + broken.getMessage(), broken);
        }
    }

    private JournalFile entries(JournalFileFormat format, JournalPages pages, JournalText text) throws IOException {
        int written = 0;
        int uncovered = 0;
        int provisional = 0;
        Optional<JournalEntry> first = Optional.empty();
        Optional<JournalEntry> last = Optional.empty();
        List<JournalEntry> page = pages.next(Math.min(PAGE, mostEntries));
        while (!page.isEmpty()) {
            List<JournalEntry> entries = page;
            Map<EventId, RecordedEvent> events = unitOfWork.required(
                    () -> ledger.find(entries.stream().map(JournalEntry::event).toList()));
            List<EntryNumbers> numbers = unitOfWork.required(() -> numbering.of(entries));
            for (int i = 0; i < entries.size(); i++) {
                JournalEntry entry = entries.get(i);
                text.entry(entry, events.get(entry.event()), numbers.get(i));
                uncovered += numbers.get(i).isCovered() ? 0 : 1;
                provisional += numbers.get(i).kept().isPresent() ? 0 : 1;
            }
            written += page.size();
            first = first.or(() -> Optional.of(entries.get(0)));
            last = Optional.of(page.get(page.size() - 1));
            page = written == mostEntries ? List.of() : pages.next(Math.min(PAGE, mostEntries - written));
        }
        return new JournalFile(
                format,
                written,
                first.map(JournalEntry::number).orElse(0L),
                last.map(JournalEntry::number).orElse(0L),
                last.map(JournalEntry::accountingDate),
                uncovered,
                provisional,
                written == mostEntries && !pages.next(1).isEmpty());
    }

    /** Every file says how far the books were when it was written. */
    private String books() {
        return "books: " + costing.progress().line();
    }

    private JournalText text(JournalFileFormat format, JournalRange range, Writer out, OutputStream to)
            throws IOException {
        return switch (format) {
            case HLEDGER -> new HledgerText(out, books());
            case BEANCOUNT -> new BeancountText(out, books());
            case CSV -> new CsvText(out, books());
            case XLSX -> new SheetText(to, books());
            case SAF_T -> saft.text(range, to);
        };
    }
}
