package org.lottrace.cost.internal;

import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.TraceEvent;

/**
 * The exact opposite of what was booked for the event that is reversed: the same accounts, lots, quantities and amounts, so
 * that both together are nothing, to the minor unit. Nothing when that moved no value. Only of an unexplained gain the quantities
 * are opposite and the amounts are not ({@link GainRule}).
 */
final class ReversalRule implements BookingRule {
    @Override
    public void book(TraceEvent event, Posting posting) {
        EventId original = event.corrects()
                .orElseThrow(() -> new UnbookableEventException("it is a reversal but names no event to reverse"));
        posting.books().ofEvent(original).ifPresent(entry -> {
            if (entry.type() == EventType.GAIN) {
                GainRule.dissolve(entry, posting);
            } else {
                entry.lines().forEach(line -> undo(line, posting));
            }
        });
    }

    private static void undo(JournalLine line, Posting posting) {
        line.lot()
                .ifPresentOrElse(
                        lot -> posting.credit(line.account(), lot, Books.costed(line), line.orderLine()),
                        () -> posting.credit(line.account(), line.amount(), line.orderLine()));
    }
}
