package org.lottrace.cost.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * GOODS_RECEIVED_NOT_INVOICED to ACCOUNTS_PAYABLE: each lot is settled at what it was received at, and what the invoice differs by is
 * a {@link LateCost}. What is invoiced beyond what came stays on the first account until it comes. Of goods that were bought in a foreign
 * currency the price differs by what it is worth at the rate of the receipt, and the rest is an EXCHANGE_DIFFERENCE (IAS 21.28).
 */
final class InvoiceRule implements BookingRule {
    @Override
    public void book(TraceEvent event, Posting posting) {
        LateCost lateCost = LateCost.of(event);
        // lines of one event do not see each other's entries: what one settles the next does not find open
        Map<OrderLineReference, Map<LotKey, Layer>> open = new LinkedHashMap<>();
        for (CostText.Invoiced line : CostText.invoiced(event)) {
            Money owed =
                    CostText.inBooks(event, line.amount(), posting.noMoney().getCurrencyUnit());
            settle(
                    line,
                    owed,
                    open.computeIfAbsent(
                            line.orderLine(),
                            orderLine ->
                                    OpenReceipts.of(orderLine, posting.books().ofDocument(orderLine.order()))),
                    lateCost,
                    posting);
            posting.credit(Account.ACCOUNTS_PAYABLE, owed, Optional.of(line.orderLine()));
        }
    }

    private static void settle(
            CostText.Invoiced line, Money owed, Map<LotKey, Layer> open, LateCost lateCost, Posting posting) {
        Map<LotKey, Quantity> settled = new LinkedHashMap<>();
        Quantity left = line.quantity();
        for (Map.Entry<LotKey, Layer> lot : open.entrySet()) {
            Quantity part = left.min(lot.getValue().left().quantity());
            if (part.isPositive()) {
                settled.put(lot.getKey(), part);
                left = left.minus(part);
            }
        }
        List<BigDecimal> weights = new ArrayList<>();
        settled.values().forEach(part -> weights.add(part.amount()));
        weights.add(left.amount());
        List<Money> shares = LargestRemainder.split(owed, weights);
        List<Money> said = LargestRemainder.split(line.amount(), weights);
        Map<LotKey, BoughtAbroad> abroad = abroad(line, owed, posting);
        Optional<OrderLineReference> orderLine = Optional.of(line.orderLine());
        int next = 0;
        for (Map.Entry<LotKey, Quantity> lot : settled.entrySet()) {
            CostedQuantity received = open.get(lot.getKey()).issue(lot.getValue());
            open.computeIfPresent(lot.getKey(), (key, layer) -> layer.plus(received.negated()));
            posting.debit(Account.GOODS_RECEIVED_NOT_INVOICED, lot.getKey(), received, orderLine);
            Money difference = shares.get(next).minus(received.value());
            Money invoiced = said.get(next++);
            Money ofPrice = Optional.ofNullable(abroad.get(lot.getKey()))
                    .map(bought ->
                            bought.priceDifference(lot.getValue(), invoiced).minus(bought.beyond(received)))
                    .orElse(difference);
            if (!ofPrice.isZero()) {
                lateCost.book(lot.getKey(), lot.getValue(), ofPrice, orderLine, posting);
            }
            Money ofCurrency = difference.minus(ofPrice);
            if (!ofCurrency.isZero()) {
                posting.debit(
                        Account.EXCHANGE_DIFFERENCE,
                        lot.getKey(),
                        new CostedQuantity(Quantity.zero(lot.getValue().unit()), ofCurrency),
                        orderLine);
            }
        }
        Money ahead = shares.get(next);
        if (!ahead.isZero()) {
            posting.credit(Account.GOODS_RECEIVED_NOT_INVOICED, ahead.negated(), orderLine);
        }
    }

    private static Map<LotKey, BoughtAbroad> abroad(CostText.Invoiced line, Money owed, Posting posting) {
        return line.amount().getCurrencyUnit().equals(owed.getCurrencyUnit())
                ? Map.of()
                : BoughtAbroad.of(
                        line.orderLine(),
                        posting.books().ofDocument(line.orderLine().order()),
                        posting.books(),
                        line.amount().getCurrencyUnit());
    }
}
