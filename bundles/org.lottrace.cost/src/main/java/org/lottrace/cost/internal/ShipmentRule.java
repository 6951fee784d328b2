package org.lottrace.cost.internal;

import org.lottrace.api.cost.Account;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.TraceEvent;

/** COST_OF_GOODS_SOLD of the lot that left, by line of the sales order. */
final class ShipmentRule implements BookingRule {
    private final IssueRule issue = new IssueRule(Account.COST_OF_GOODS_SOLD, PlaceKind.PARTY);

    @Override
    public void book(TraceEvent event, Posting posting) {
        for (EventLine line : event.lines()) {
            if (line.orderLine().isEmpty()) {
                throw new UnbookableEventException(
                        "lot " + line.lot() + " was shipped for no line of a sales order, so its cost has no place");
            }
        }
        issue.book(event, posting);
    }
}
