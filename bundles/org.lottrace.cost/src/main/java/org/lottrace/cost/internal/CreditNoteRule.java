package org.lottrace.cost.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * ACCOUNTS_PAYABLE to GOODS_RECEIVED_NOT_INVOICED for goods that went back, at what they left with; what the supplier gives more or
 * less for them is a price variance, because they are gone. The rest of the amount makes what was received for the order line cheaper.
 * A foreign amount is worth the rate of the receipt in all of this; what it is worth more or less today is an EXCHANGE_DIFFERENCE.
 */
final class CreditNoteRule implements BookingRule {
    @Override
    public void book(TraceEvent event, Posting posting) {
        LateCost lateCost = LateCost.of(event);
        for (CostText.Invoiced line : CostText.invoiced(event)) {
            var entries = posting.books().ofDocument(line.orderLine().order());
            Optional<OrderLineReference> orderLine = Optional.of(line.orderLine());
            Money owed =
                    CostText.inBooks(event, line.amount(), posting.noMoney().getCurrencyUnit());
            posting.credit(Account.ACCOUNTS_PAYABLE, owed.negated(), orderLine);
            Money atReceipt = atReceipt(line, owed, entries, posting);
            if (!owed.equals(atReceipt)) {
                posting.credit(Account.EXCHANGE_DIFFERENCE, owed.minus(atReceipt), orderLine);
            }
            Back back = goodsThatWentBack(
                    new CostText.Invoiced(line.quantity(), atReceipt, line.orderLine()),
                    OpenReceipts.of(line.orderLine(), entries),
                    posting);
            if (!back.rest().isZero()) {
                cheaper(OpenReceipts.received(line.orderLine(), entries), back.rest(), orderLine, lateCost, posting);
            }
        }
    }

    /** @return what is credited, at the rate at which the goods of the order line were received; as it is when they were at none */
    private static Money atReceipt(CostText.Invoiced line, Money owed, List<JournalEntry> entries, Posting posting) {
        CurrencyUnit said = line.amount().getCurrencyUnit();
        return said.equals(owed.getCurrencyUnit())
                ? owed
                : BoughtAbroad.of(line.orderLine(), entries, posting.books(), said).values().stream()
                        .reduce(BoughtAbroad::plus)
                        .map(bought -> bought.atReceipt(line.amount().getAmount()))
                        .orElse(owed);
    }

    /** @return what of the line is for no goods that went back */
    private static Back goodsThatWentBack(CostText.Invoiced line, Map<LotKey, Layer> open, Posting posting) {
        Quantity left = line.quantity();
        List<CostedQuantity> settled = new ArrayList<>();
        for (Map.Entry<LotKey, Layer> lot : open.entrySet()) {
            CostedQuantity back = lot.getValue().left().negated();
            Quantity part = left.min(back.quantity());
            if (part.isPositive()) {
                CostedQuantity cleared = Layer.of(back).issue(part);
                posting.credit(
                        Account.GOODS_RECEIVED_NOT_INVOICED, lot.getKey(), cleared, Optional.of(line.orderLine()));
                settled.add(cleared);
                left = left.minus(part);
            }
        }
        if (settled.isEmpty()) {
            return new Back(line.amount());
        }
        Quantity returned = line.quantity().minus(left);
        Money credited = LargestRemainder.split(line.amount(), List.of(returned.amount(), left.amount()))
                .get(0);
        Money cost =
                settled.stream().map(CostedQuantity::value).reduce(Money::plus).orElseThrow();
        if (!credited.equals(cost)) {
            posting.credit(Account.PURCHASE_PRICE_VARIANCE, credited.minus(cost), Optional.of(line.orderLine()));
        }
        return new Back(line.amount().minus(credited));
    }

    private static void cheaper(
            Map<LotKey, CostedQuantity> received,
            Money amount,
            Optional<OrderLineReference> orderLine,
            LateCost lateCost,
            Posting posting) {
        if (received.isEmpty()) { // nothing has come yet: what is invoiced ahead is less
            posting.credit(Account.GOODS_RECEIVED_NOT_INVOICED, amount, orderLine);
            return;
        }
        List<LotKey> lots = List.copyOf(received.keySet());
        List<Money> shares = LargestRemainder.split(
                amount,
                lots.stream().map(lot -> received.get(lot).quantity().amount()).toList());
        for (int i = 0; i < lots.size(); i++) {
            if (!shares.get(i).isZero()) {
                lateCost.book(
                        lots.get(i),
                        received.get(lots.get(i)).quantity(),
                        shares.get(i).negated(),
                        orderLine,
                        posting);
            }
        }
    }

    private record Back(Money rest) {}
}
