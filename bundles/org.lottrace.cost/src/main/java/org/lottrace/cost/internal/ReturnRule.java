package org.lottrace.cost.internal;

import java.util.HashMap;
import java.util.Map;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * Goods come back at what the same lot cost in the shipment they left with, in proportion; the last of them brings back
 * what is left, so a shipment that came back whole leaves no cost behind. What is more than left with it, or came back without
 * a shipment, comes back at the unit cost of its lot.
 */
final class ReturnRule implements BookingRule {
    @Override
    public void book(TraceEvent event, Posting posting) {
        BookingRule.requireAll(event, PlaceKind.PARTY, PlaceKind.LOCATION);
        Map<LotKey, Layer> sold = event.document(DocumentType.SHIPMENT)
                .map(shipment -> new HashMap<>(posting.books().balances(shipment, Account.COST_OF_GOODS_SOLD)))
                .orElseGet(HashMap::new);
        for (EventLine line : event.lines()) {
            Layer left = sold.getOrDefault(
                    line.lot(), Layer.of(posting.nothing(line.quantity().unit())));
            Quantity ofShipment = line.quantity().min(left.left().quantity());
            if (ofShipment.isPositive()) {
                CostedQuantity returned = left.issue(ofShipment);
                sold.put(line.lot(), left.plus(returned.negated()));
                book(line, returned, posting);
            }
            Quantity more = line.quantity().minus(ofShipment);
            if (more.isPositive()) {
                Found.book(Account.COST_OF_GOODS_SOLD, event, line, more, posting);
            }
        }
    }

    private static void book(EventLine line, CostedQuantity returned, Posting posting) {
        posting.debit(Account.INVENTORY, line.lot(), returned, line.orderLine());
        posting.credit(Account.COST_OF_GOODS_SOLD, line.lot(), returned, line.orderLine());
    }
}
