package org.lottrace.cost.internal;

import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.LotKey;

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

    private static void undo(JournalLine line, LotKey lot, Posting posting) {
        CostedQuantity booked = Books.costed(line);
        posting.credit(line.account(), lot, booked, line.orderLine());
        boolean cameIn =
                line.account() == Account.INVENTORY && booked.quantity().isPositive();
        if (cameIn
                && posting.onStock(lot, booked.quantity().unit())
                        .left()
                        .quantity()
                        .isZero()) {
            posting.forgetUnitCost(lot); // it was that of goods that never came
        }
    }

    private static void undo(JournalLine line, Posting posting) {
        line.lot()
                .ifPresentOrElse(
                        lot -> undo(line, lot, posting),
                        () -> posting.credit(line.account(), line.amount(), line.orderLine()));
    }
}
