package org.lottrace.soap.accounting.internal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.soap.accounting.internal.wire.Refused;

/**
 * The journal of a document or between two days, as far as it fits into one answer. It is read page by page, so that many
 * years never stand in memory; nothing is answered in part: a total over half of it would look like a total.
 */
final class Journal {
    /** An answer with so many entries has some 5 MB. */
    static final int MOST_ENTRIES = 10_000;

    /** A fiscal year of 53 weeks. */
    private static final int MOST_DAYS = 371;

    private static final String PERIOD_REVERSED = "PERIOD_REVERSED";
    private static final String PERIOD_TOO_LONG = "PERIOD_TOO_LONG";
    private static final String ANSWER_TOO_LARGE = "ANSWER_TOO_LARGE";

    private static final int PAGE = 1_000;

    private final LotCosting costing;
    private final int mostEntries;
    private final IntConsumer room;

    /** @param room asked for so many rows before they are read; throws when others have it */
    Journal(LotCosting costing, int mostEntries, IntConsumer room) {
        this.costing = costing;
        this.mostEntries = mostEntries;
        this.room = room;
    }

    List<JournalEntry> of(DocumentReference document) throws Refused {
        List<JournalEntry> entries = costing.journal(document);
        if (entries.size() > mostEntries) {
            throw Refusals.of(
                    ANSWER_TOO_LARGE,
                    "document",
                    document + " has " + entries.size() + " entries, and " + mostEntries
                            + " are sent at most; nothing of it was sent. Ask for days (getJournal)");
        }
        return entries;
    }

    List<JournalEntry> between(LocalDate from, LocalDate to) throws Refused {
        if (to.isBefore(from)) {
            throw Refusals.of(PERIOD_REVERSED, "to", to + " is before " + from + "; give the first day first");
        }
        if (ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            throw Refusals.of(
                    PERIOD_TOO_LONG,
                    "to",
                    "from " + from + " to " + to + " are more than " + MOST_DAYS
                            + " days; ask year by year, or month by month");
        }
        room.accept(PAGE);
        List<JournalEntry> page = costing.journal(from, to, 0, PAGE);
        List<JournalEntry> entries = new ArrayList<>(page);
        if (page.size() == PAGE) {
            // all that it may need, at once: two halves of two would wait for each other
            room.accept(mostEntries);
        }
        while (page.size() == PAGE && entries.size() <= mostEntries) {
            JournalEntry last = page.get(PAGE - 1);
            page = costing.journal(last.accountingDate(), to, last.number(), PAGE);
            entries.addAll(page);
        }
        if (entries.size() > mostEntries) {
            throw tooLarge(from, entries.get(mostEntries).accountingDate());
        }
        entries.sort(Comparator.comparingLong(JournalEntry::number));
        return entries;
    }

    private Refused tooLarge(LocalDate from, LocalDate day) {
        String said = "with " + day + " the journal from " + from + " has more than " + mostEntries
                + " entries; nothing of it was sent. ";
        return Refusals.of(
                ANSWER_TOO_LARGE,
                "to",
                said
                        + (day.equals(from)
                                ? "Ask for its documents one by one (getJournalOfDocument)"
                                : "Ask up to " + day.minusDays(1) + ", then from " + day));
    }
}
