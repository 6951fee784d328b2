package org.lottrace.cost.internal;

import org.lottrace.api.cost.Account;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.TraceEvent;

/**
 * Consumed lots go from INVENTORY to WORK_IN_PROCESS and stay lots there: the entry says which lot, how much and what it
 * was worth, and the production order is its document, so the production finds exactly that.
 */
final class ConsumptionRule implements BookingRule {
    private final IssueRule issue = new IssueRule(Account.WORK_IN_PROCESS, PlaceKind.PRODUCTION_ORDER);

    @Override
    public void book(TraceEvent event, Posting posting) {
        DocumentReference order = ProductionRule.orderOf(event);
        for (EventLine line : event.lines()) {
            if (!line.to().place().code().equals(order.number())) {
                throw new UnbookableEventException(
                        "lot " + line.lot() + " goes into " + line.to() + ", but the event belongs to " + order);
            }
        }
        issue.book(event, posting);
    }
}
