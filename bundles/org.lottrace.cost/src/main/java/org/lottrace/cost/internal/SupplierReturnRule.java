package org.lottrace.cost.internal;

import java.util.HashMap;
import java.util.Map;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * What lies here on consignment goes back to its owner first and books no amount. The rest goes from GOODS_RECEIVED_NOT_INVOICED to
 * INVENTORY at the lot's own cost: what went back to the supplier is owed no longer.
 */
final class SupplierReturnRule implements BookingRule {
    private final ConsignedUse consigned;

    SupplierReturnRule(ConsignedUse consigned) {
        this.consigned = consigned;
    }

    @Override
    public void book(TraceEvent event, Posting posting) {
        BookingRule.requireAll(event, PlaceKind.LOCATION, PlaceKind.PARTY);
        Map<LotKey, Quantity> unused = new HashMap<>();
        for (EventLine line : event.lines()) {
            Quantity theirs = unused.computeIfAbsent(line.lot(), lot -> giveBack(event, line, posting))
                    .min(line.quantity());
            unused.merge(line.lot(), theirs, Quantity::minus);
            Quantity ours = line.quantity().minus(theirs);
            if (ours.isPositive()) {
                CostedQuantity returned = posting.issue(line.lot(), ours);
                posting.credit(
                        Account.GOODS_RECEIVED_NOT_INVOICED, returned.value().negated(), line.orderLine());
                posting.credit(Account.INVENTORY, line.lot(), returned, line.orderLine());
            }
        }
    }

    /** @return how much of the lot that leaves belongs to whom it goes to */
    private Quantity giveBack(TraceEvent event, EventLine first, Posting posting) {
        Quantity none = Quantity.zero(first.quantity().unit());
        Quantity all = event.lines().stream()
                .filter(line -> line.lot().equals(first.lot()))
                .map(EventLine::quantity)
                .reduce(none, Quantity::plus);
        PartyId supplier = new PartyId(first.to().place().code());
        return consigned.of(first.lot(), all, posting).giveBack(supplier, all).stream()
                .map(part -> {
                    posting.consign(first.lot(), part.goods().quantity().negated(), part.orderLine());
                    return part.goods().quantity();
                })
                .reduce(none, Quantity::plus);
    }
}
