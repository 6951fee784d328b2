package org.lottrace.cost.internal;

import java.util.Optional;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostMethod;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * The exact opposite of what was booked for the event that is reversed: the same accounts, lots, quantities and amounts, so
 * that both together are nothing, to the minor unit; a value that would be left without goods is a price variance besides. Nothing when that moved no value. Only of an unexplained gain the quantities
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
        if (line.account() == Account.INVENTORY && !booked.quantity().isNegative()) {
            settle(
                    lot,
                    posting.onStock(lot, booked.quantity().unit()).left(),
                    booked.quantity().isPositive(),
                    posting);
        }
    }

    /** What never came in leaves no value behind, whatever became known of its cost or was issued at the unit cost of all. */
    private static void settle(LotKey lot, CostedQuantity left, boolean cameIn, Posting posting) {
        if (posting.valuation(lot.item()).method() != CostMethod.LOT_ACTUAL) {
            return; // what is left of the item takes it (Revaluing)
        }
        if (left.quantity().isZero() && !left.value().isZero() || left.value().isNegative()) {
            CostedQuantity rest =
                    new CostedQuantity(Quantity.zero(left.quantity().unit()), left.value());
            posting.credit(Account.INVENTORY, lot, rest, Optional.empty());
            posting.debit(Account.PURCHASE_PRICE_VARIANCE, lot, rest, Optional.empty());
        }
        if (left.quantity().isZero() && cameIn) {
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
