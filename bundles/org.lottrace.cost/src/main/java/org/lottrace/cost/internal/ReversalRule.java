package org.lottrace.cost.internal;

import java.util.Optional;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostMethod;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.JournalEntry;
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
    private final ConsignedUse consigned;

    ReversalRule(ConsignedUse consigned) {
        this.consigned = consigned;
    }

    @Override
    public void book(TraceEvent event, Posting posting) {
        EventId original = event.corrects()
                .orElseThrow(() -> new UnbookableEventException("it is a reversal but names no event to reverse"));
        posting.books().ofEvent(original).ifPresent(entry -> {
            if (entry.type() == EventType.GAIN) {
                GainRule.dissolve(entry, consigned, posting);
            } else {
                undo(entry, posting);
            }
        });
    }

    /** What was taken over for the event was there before the event used it: so it goes back after that. */
    private void undo(JournalEntry entry, Posting posting) {
        int taken = ConsignedUse.atBeginning(entry.lines());
        entry.lines().subList(taken, entry.lines().size()).forEach(line -> undo(line, posting));
        posting.atBeginning(() -> entry.lines().subList(0, taken).forEach(line -> undo(line, posting)));
        // goods that never came were used before those on consignment, which are used now
        entry.lines().stream()
                .filter(line -> line.account() == Account.INVENTORY)
                .map(line -> line.lot().orElseThrow())
                .distinct()
                .forEach(lot -> posting.known(lot)
                        .map(layer -> layer.left().quantity())
                        .filter(Quantity::isNegative)
                        .ifPresent(owed -> consigned.cover(lot, Quantity.zero(owed.unit()), posting)));
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
