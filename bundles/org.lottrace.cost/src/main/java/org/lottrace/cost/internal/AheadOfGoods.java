package org.lottrace.cost.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.quantity.Quantity;

/**
 * Goods that were invoiced before they came: their receipt takes the invoice from GOODS_RECEIVED_NOT_INVOICED, with the same
 * differences in price and currency as if the invoice had come last ({@link InvoiceRule}), so it does not matter which came first.
 */
final class AheadOfGoods {
    private final TraceEvent receipt;
    private final Posting posting;
    private final Map<OrderLineReference, InvoicedAhead> ahead =
            new HashMap<>(); // lines do not see each other's entries

    AheadOfGoods(TraceEvent receipt, Posting posting) {
        this.receipt = receipt;
        this.posting = posting;
    }

    /** @param received what the line was just booked at */
    void settle(EventLine line, CostedQuantity received) {
        line.orderLine()
                .filter(orderLine -> posting.books().hasCosts(orderLine.order()))
                .ifPresent(orderLine -> settle(line, received, orderLine));
    }

    private void settle(EventLine line, CostedQuantity received, OrderLineReference orderLine) {
        InvoicedAhead invoiced = ahead.computeIfAbsent(
                orderLine,
                key -> InvoicedAhead.of(
                        key,
                        posting.books().ofDocument(key.order()),
                        posting.books(),
                        line.quantity().unit(),
                        posting.noMoney()));
        Quantity part = invoiced.quantity().min(line.quantity());
        if (!part.isPositive()) {
            return;
        }
        CostedQuantity agreed = Layer.of(received).issue(part);
        InvoicedAhead.Taken taken = invoiced.take(part);
        Money difference = taken.amount().minus(agreed.value());
        Money ofPrice = taken.said()
                .filter(said -> !said.getCurrencyUnit().equals(difference.getCurrencyUnit()))
                .flatMap(said -> BoughtAbroad.foreign(receipt, line, said.getCurrencyUnit())
                        .map(foreign -> new BoughtAbroad(line.quantity(), foreign, received.value())
                                .priceDifference(part, said)))
                .orElse(difference);
        Optional<OrderLineReference> ofLine = Optional.of(orderLine);
        if (!ofPrice.isZero()) {
            new LateCost(LateCost::variance).book(line.lot(), part, ofPrice, ofLine, posting);
        }
        Money ofCurrency = difference.minus(ofPrice);
        if (!ofCurrency.isZero()) {
            posting.debit(
                    Account.EXCHANGE_DIFFERENCE,
                    line.lot(),
                    new CostedQuantity(Quantity.zero(part.unit()), ofCurrency),
                    ofLine);
        }
        posting.debit(Account.GOODS_RECEIVED_NOT_INVOICED, line.lot(), agreed, ofLine);
        posting.credit(Account.GOODS_RECEIVED_NOT_INVOICED, taken.amount(), ofLine);
    }
}
