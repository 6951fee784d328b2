package org.lottrace.cost.internal;

import java.util.function.BiFunction;
import org.joda.money.Money;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.TraceEvent;

/** INVENTORY to GOODS_RECEIVED_NOT_INVOICED at the price that was agreed; the invoice settles it later. */
final class ReceiptRule implements BookingRule {
    private final BiFunction<TraceEvent, EventLine, Money> orderPrice;

    /** @param orderPrice what a received line costs in all */
    ReceiptRule(BiFunction<TraceEvent, EventLine, Money> orderPrice) {
        this.orderPrice = orderPrice;
    }

    @Override
    public void book(TraceEvent event, Posting posting) {
        BookingRule.requireAll(event, PlaceKind.PARTY, PlaceKind.LOCATION);
        for (EventLine line : event.lines()) {
            Money value = orderPrice.apply(event, line);
            CostedQuantity received = new CostedQuantity(line.quantity(), value);
            posting.receive(line.lot(), received, line.orderLine());
            posting.credit(Account.GOODS_RECEIVED_NOT_INVOICED, value, line.orderLine());
        }
    }
}
