package org.lottrace.cost.internal;

import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.TraceEvent;

/** GOODS_RECEIVED_NOT_INVOICED to INVENTORY at the lot's own cost: what went back to the supplier is owed no longer. */
final class SupplierReturnRule implements BookingRule {
    @Override
    public void book(TraceEvent event, Posting posting) {
        BookingRule.requireAll(event, PlaceKind.LOCATION, PlaceKind.PARTY);
        for (EventLine line : event.lines()) {
            CostedQuantity returned = posting.issue(line.lot(), line.quantity());
            posting.credit(Account.GOODS_RECEIVED_NOT_INVOICED, returned.value().negated(), line.orderLine());
            posting.credit(Account.INVENTORY, line.lot(), returned, line.orderLine());
        }
    }
}
