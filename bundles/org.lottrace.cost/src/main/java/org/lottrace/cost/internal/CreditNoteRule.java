package org.lottrace.cost.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
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
 * less for them is a price variance, because they are gone. What was invoiced and is not coming is off that account. The rest of the amount makes what was received for the order line cheaper.
 * A foreign amount is worth the rate of the receipt in all of this; what it is worth more or less today is an EXCHANGE_DIFFERENCE.
 */
final class CreditNoteRule implements BookingRule {
    @Override
    public void book(TraceEvent event, Posting posting) {
        LateCost lateCost = LateCost.of(event);
        // lines do not see each other's entries
        Map<OrderLineReference, InvoicedAhead> ahead = new HashMap<>();
        for (CostText.Invoiced line : CostText.invoiced(event)) {
            var entries = posting.books().ofDocument(line.orderLine().order());
            Optional<OrderLineReference> orderLine = Optional.of(line.orderLine());
            Money owed =
                    CostText.inBooks(event, line.amount(), posting.noMoney().getCurrencyUnit());
            posting.credit(Account.ACCOUNTS_PAYABLE, owed.negated(), orderLine);
            Map<LotKey, Layer> open = OpenReceipts.of(line.orderLine(), entries);
            InvoicedAhead invoiced = ahead.computeIfAbsent(
                    line.orderLine(),
                    key -> InvoicedAhead.of(
                            key, entries, posting.books(), line.quantity().unit(), posting.noMoney()));
            Credited came = offInvoice(new Credited(line, owed), open, invoiced, posting);
            Money atReceipt = atReceipt(came.line(), came.owed(), entries, posting);
            if (!came.owed().equals(atReceipt)) {
                posting.credit(Account.EXCHANGE_DIFFERENCE, came.owed().minus(atReceipt), orderLine);
            }
            Back back = goodsThatWentBack(
                    new CostText.Invoiced(came.line().quantity(), atReceipt, line.orderLine()), open, posting);
            if (!back.rest().isZero()) {
                cheaper(OpenReceipts.received(line.orderLine(), entries), back.rest(), orderLine, lateCost, posting);
            }
        }
    }

    /** @param owed in the currency of the books */
    private record Credited(CostText.Invoiced line, Money owed) {}

    /**
     * Goods that were invoiced and have not come are not coming when they are credited at no less than they were invoiced at: they
     * are off the invoice, at what is on the account for them.
     *
     * @return what of the line is for other goods
     */
    private static Credited offInvoice(Credited all, Map<LotKey, Layer> open, InvoicedAhead invoiced, Posting posting) {
        Quantity quantity = all.line().quantity();
        Quantity none = Quantity.zero(quantity.unit());
        Quantity back = open.values().stream()
                .map(lot -> lot.left().quantity().negated())
                .filter(Quantity::isPositive)
                .reduce(none, Quantity::plus);
        Quantity part = quantity.minus(back.min(quantity)).min(invoiced.quantity());
        if (!part.isPositive()) {
            return all;
        }
        List<BigDecimal> weights = List.of(part.amount(), quantity.minus(part).amount());
        Money said = LargestRemainder.split(all.line().amount(), weights).get(0);
        Money owed = LargestRemainder.split(all.owed(), weights).get(0);
        InvoicedAhead.Taken worth = invoiced.worth(part);
        Optional<Money> sameCurrency =
                worth.said().filter(money -> money.getCurrencyUnit().equals(said.getCurrencyUnit()));
        Money missing = sameCurrency.map(money -> money.minus(said)).orElseGet(() -> worth.amount()
                .minus(owed));
        if (missing.getAmountMinorLong() > 1) { // a share of the line may be a cent off
            return all;
        }
        Optional<OrderLineReference> orderLine = Optional.of(all.line().orderLine());
        posting.credit(Account.GOODS_RECEIVED_NOT_INVOICED, invoiced.take(part).amount(), orderLine);
        Money more = owed.minus(worth.amount());
        if (!more.isZero()) {
            boolean isForeign = !said.getCurrencyUnit().equals(owed.getCurrencyUnit());
            posting.credit(isForeign ? Account.EXCHANGE_DIFFERENCE : Account.PURCHASE_PRICE_VARIANCE, more, orderLine);
        }
        return new Credited(
                new CostText.Invoiced(
                        quantity.minus(part),
                        all.line().amount().minus(said),
                        all.line().orderLine()),
                all.owed().minus(owed));
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
