package org.lottrace.cost.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * Goods come back at what the same lot cost in the shipment they left with, in proportion; the last of them brings back
 * what is left, so a shipment that came back whole leaves no cost behind. What came back beyond that was found.
 */
final class ReturnRule implements BookingRule {
    @Override
    public void book(TraceEvent event, Posting posting) {
        BookingRule.requireAll(event, PlaceKind.PARTY, PlaceKind.LOCATION);
        DocumentReference shipment = event.document(DocumentType.SHIPMENT)
                .orElseThrow(() -> new UnbookableEventException("it names no shipment, so the cost is not known"));
        Map<LotKey, CostedQuantity> sold =
                new HashMap<>(posting.books().balances(shipment, Account.COST_OF_GOODS_SOLD));
        for (EventLine line : event.lines()) {
            CostedQuantity left = Optional.ofNullable(sold.get(line.lot()))
                    .orElseGet(() -> posting.nothing(line.quantity().unit()));
            Quantity known = line.quantity().min(left.quantity());
            if (known.isPositive()) {
                CostedQuantity returned = Issue.of(left, known);
                sold.put(line.lot(), left.minus(returned));
                posting.debit(Account.INVENTORY, line.lot(), returned, line.orderLine());
                posting.credit(Account.COST_OF_GOODS_SOLD, line.lot(), returned, line.orderLine());
            }
            Quantity beyond = line.quantity().minus(known);
            if (beyond.isPositive()) {
                Found.book(Account.INVENTORY_ADJUSTMENT, event, line, beyond, posting);
            }
        }
    }
}
