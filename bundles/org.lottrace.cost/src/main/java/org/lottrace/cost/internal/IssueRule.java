package org.lottrace.cost.internal;

import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.TraceEvent;

/** Stock leaves: the lot's own cost goes from INVENTORY to where the goods went. */
final class IssueRule implements BookingRule {
    private final Account account;
    private final PlaceKind destination;

    /**
     * @param account what is debited
     * @param destination the only kind of place where the lines may lead
     */
    IssueRule(Account account, PlaceKind destination) {
        this.account = account;
        this.destination = destination;
    }

    @Override
    public void book(TraceEvent event, Posting posting) {
        BookingRule.requireAll(event, PlaceKind.LOCATION, destination);
        event.lines().forEach(line -> issue(line, posting));
    }

    /** Books one line. */
    void issue(EventLine line, Posting posting) {
        CostedQuantity onStock =
                posting.cost(line.lot(), line.quantity().unit()).onStock();
        CostedQuantity issued = Issue.of(onStock, line.quantity());
        posting.debit(account, line.lot(), issued, line.orderLine());
        posting.credit(Account.INVENTORY, line.lot(), issued, line.orderLine());
    }
}
