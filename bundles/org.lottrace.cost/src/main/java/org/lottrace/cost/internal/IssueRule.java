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
        event.lines().stream().filter(line -> !fits(line)).findFirst().ifPresent(line -> {
            throw BookingRule.unexpected(event, line);
        });
        event.lines().forEach(line -> issue(line, posting));
    }

    /** @return true when the line leads from INVENTORY to the destination */
    boolean fits(EventLine line) {
        return BookingRule.isInventory(line.from()) && line.to().place().kind() == destination;
    }

    /** Books one line. */
    void issue(EventLine line, Posting posting) {
        CostedQuantity issued = posting.issue(line.lot(), line.quantity());
        posting.debit(account, line.lot(), issued, line.orderLine());
        posting.credit(Account.INVENTORY, line.lot(), issued, line.orderLine());
    }
}
