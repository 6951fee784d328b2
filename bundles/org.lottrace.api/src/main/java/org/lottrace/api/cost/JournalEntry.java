package org.lottrace.api.cost;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.id.PartyId;

/**
 * The booking of one event. Never changed after it was posted.
 *
 * @param number 1, 2, 3 … without gaps, in ledger order, through the books of all companies
 * @param event the event it books
 * @param ledgerPosition where that event stands in the ledger
 * @param type what happened
 * @param accountingDate the day on which it counts
 * @param originalDate the day on which it was to count, when the books were closed for that one by the time it was recorded: such
 *     an entry came late, and counts on the first open day
 * @param document the main document of the event
 * @param company whose books it is in; empty for the common books of all companies that keep no books of their own
 * @param lines at least two, sum zero; one alone has no amount, only a quantity of goods on consignment
 */
public record JournalEntry(
        long number,
        EventId event,
        long ledgerPosition,
        EventType type,
        LocalDate accountingDate,
        Optional<LocalDate> originalDate,
        DocumentReference document,
        Optional<PartyId> company,
        List<JournalLine> lines) {
    /** @throws IllegalArgumentException if debits and credits differ */
    public JournalEntry {
        Objects.requireNonNull(event);
        Objects.requireNonNull(type);
        Objects.requireNonNull(accountingDate);
        Objects.requireNonNull(originalDate);
        Objects.requireNonNull(document);
        Objects.requireNonNull(company);
        lines = List.copyOf(lines);
        boolean isQuantityAlone = lines.size() == 1 && lines.get(0).account() == Account.CONSIGNED_GOODS;
        if (lines.size() < 2 && !isQuantityAlone
                || !lines.stream()
                        .map(JournalLine::amount)
                        .reduce(Money::plus)
                        .orElseThrow()
                        .isZero()) {
            throw new IllegalArgumentException(
                    "journal entry " + number + " for event " + event + " does not balance: " + lines);
        }
    }

    /** An entry that came in time. */
    public JournalEntry(
            long number,
            EventId event,
            long ledgerPosition,
            EventType type,
            LocalDate accountingDate,
            DocumentReference document,
            List<JournalLine> lines) {
        this(number, event, ledgerPosition, type, accountingDate, Optional.empty(), document, lines);
    }

    /** An entry of the common books. */
    public JournalEntry(
            long number,
            EventId event,
            long ledgerPosition,
            EventType type,
            LocalDate accountingDate,
            Optional<LocalDate> originalDate,
            DocumentReference document,
            List<JournalLine> lines) {
        this(number, event, ledgerPosition, type, accountingDate, originalDate, document, Optional.empty(), lines);
    }

    /** @return whether the books were closed for its day, so that it is an entry of a later one for that day */
    public boolean isLate() {
        return originalDate.isPresent();
    }
}
