package org.lottrace.soap.accounting.internal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.soap.accounting.internal.wire.Refused;

/**
 * The journal of a document or between two days, as far as it fits into one answer. Days are read one by one, so that many
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

    private final LotCosting costing;
    private final int mostEntries;

    Journal(LotCosting costing, int mostEntries) {
        this.costing = costing;
        this.mostEntries = mostEntries;
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
        List<JournalEntry> entries = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            List<JournalEntry> more = costing.journal(day, day);
            if (entries.size() + more.size() > mostEntries) {
                throw tooLarge(from, day);
            }
            entries.addAll(more);
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
