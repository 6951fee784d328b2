package org.lottrace.cost.internal;

import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.TraceEvent;

/**
 * Count differences against INVENTORY_ADJUSTMENT. What was found is worth the lot's unit cost: of what is left or, when
 * the books have nothing left, of all that ever came in. Gains are booked before losses, so that goods found at another
 * location than the books say change no value.
 */
final class CountRule implements BookingRule {
    private final IssueRule loss = new IssueRule(Account.INVENTORY_ADJUSTMENT, PlaceKind.COUNT_DIFFERENCE);

    @Override
    public void book(TraceEvent event, Posting posting) {
        for (EventLine line : event.lines()) {
            boolean isGain =
                    line.from().place().kind() == PlaceKind.COUNT_DIFFERENCE && BookingRule.isInventory(line.to());
            if (isGain) {
                gain(event, line, posting);
            } else if (!loss.fits(line)) {
                throw BookingRule.unexpected(event, line);
            }
        }
        event.lines().stream()
                .filter(line -> line.to().place().kind() == PlaceKind.COUNT_DIFFERENCE)
                .forEach(line -> loss.issue(line, posting));
    }

    private static void gain(TraceEvent event, EventLine line, Posting posting) {
        CostedQuantity found = UnitCost.of(event, line.lot(), line.quantity(), posting);
        posting.debit(Account.INVENTORY, line.lot(), found, line.orderLine());
        posting.credit(Account.INVENTORY_ADJUSTMENT, line.lot(), found, line.orderLine());
    }
}
