package org.lottrace.cost.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.quantity.Quantity;

/**
 * Goods come back at what the same lot cost for its order line in the shipment they left with, in proportion; the last of them brings
 * back what is left, so a shipment that came back whole leaves no cost behind. What is more than left with it, or came back without
 * a shipment, comes back at the unit cost of its lot.
 */
final class ReturnRule implements BookingRule {
    @Override
    public void book(TraceEvent event, Posting posting) {
        BookingRule.requireAll(event, PlaceKind.PARTY, PlaceKind.LOCATION);
        StillSold sold = StillSold.of(event.document(DocumentType.SHIPMENT)
                .map(posting.books()::ofDocument)
                .orElseGet(List::of));
        for (EventLine line : event.lines()) {
            Quantity more = line.quantity();
            for (Map.Entry<Optional<OrderLineReference>, CostedQuantity> part :
                    sold.takeBack(line.lot(), line.quantity()).entrySet()) {
                CostedQuantity returned = part.getValue();
                posting.debit(Account.INVENTORY, line.lot(), returned, part.getKey());
                posting.credit(Account.COST_OF_GOODS_SOLD, line.lot(), returned, part.getKey());
                more = more.minus(returned.quantity());
            }
            if (more.isPositive()) {
                Found.book(Account.COST_OF_GOODS_SOLD, event, line, more, posting);
            }
        }
    }
}
