package org.lottrace.cost.internal;

import java.util.function.BiFunction;
import org.joda.money.Money;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.TraceEvent;

/**
 * INVENTORY to GOODS_RECEIVED_NOT_INVOICED at the price that was agreed; the invoice settles it later, or was there before ({@link AheadOfGoods}). Goods on consignment are only a
 * quantity on CONSIGNED_GOODS.
 */
final class ReceiptRule implements BookingRule {
    private final BiFunction<TraceEvent, EventLine, Money> orderPrice;

    /** @param orderPrice what a received line costs in all */
    ReceiptRule(BiFunction<TraceEvent, EventLine, Money> orderPrice) {
        this.orderPrice = orderPrice;
    }

    @Override
    public void book(TraceEvent event, Posting posting) {
        BookingRule.requireAll(event, PlaceKind.PARTY, PlaceKind.LOCATION);
        AheadOfGoods ahead = new AheadOfGoods(event, posting);
        for (EventLine line : event.lines()) {
            Money value = orderPrice.apply(event, line);
            if (ConsignedLot.owner(line).isPresent()) { // at a price that is known, but not owed before they are used
                posting.consign(line.lot(), line.quantity(), line.orderLine());
                continue;
            }
            CostedQuantity received = new CostedQuantity(line.quantity(), value);
            posting.receive(line.lot(), received, line.orderLine());
            posting.credit(Account.GOODS_RECEIVED_NOT_INVOICED, value, line.orderLine());
            ahead.settle(line, received);
        }
    }
}
