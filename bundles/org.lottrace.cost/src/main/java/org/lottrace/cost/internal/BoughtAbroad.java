package org.lottrace.cost.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * What was received of a lot at a price in a foreign currency: its price in that currency and what it was booked at tell the rate of the
 * receipt. Inventory keeps that rate (IAS 21.23 b), so a difference in price is worth it, and all else is the currency.
 *
 * @param quantity received, in the base unit
 * @param foreign what that is at the price of the order, exact, more than nothing
 * @param booked what it was booked at
 */
record BoughtAbroad(Quantity quantity, BigDecimal foreign, Money booked) {
    /**
     * @param entries those of the order, by number
     * @param currency the foreign one
     * @return by lot, what was received for the order line; a lot is absent when a part of it was booked at no rate of that currency
     */
    static Map<LotKey, BoughtAbroad> of(
            OrderLineReference orderLine, List<JournalEntry> entries, Books books, CurrencyUnit currency) {
        Map<LotKey, BoughtAbroad> bought = new HashMap<>();
        Set<LotKey> otherwise = new HashSet<>();
        List<TraceEvent> receipts = books.events(ReversedEntries.without(entries).stream()
                .filter(entry -> entry.type() == EventType.RECEIVE)
                .map(JournalEntry::event)
                .toList());
        Map<LotKey, CostedQuantity> received = OpenReceipts.received(orderLine, entries);
        for (TraceEvent receipt : receipts) {
            for (EventLine line : receipt.lines()) {
                if (line.orderLine().equals(Optional.of(orderLine)) && received.containsKey(line.lot())) {
                    foreign(receipt, line, currency)
                            .ifPresentOrElse(
                                    foreign -> bought.merge(
                                            line.lot(),
                                            new BoughtAbroad(
                                                    line.quantity(),
                                                    foreign,
                                                    received.get(line.lot()).value()),
                                            BoughtAbroad::andMore),
                                    () -> otherwise.add(line.lot()));
                }
            }
        }
        bought.keySet().removeAll(otherwise);
        bought.replaceAll((lot, all) -> all.asFarAs(received.get(lot).quantity()));
        return bought;
    }

    /** Of what came on consignment only what was taken over. */
    private BoughtAbroad asFarAs(Quantity taken) {
        return taken.equals(quantity)
                ? this
                : new BoughtAbroad(
                        taken,
                        foreign.multiply(taken.amount()).divide(quantity.amount(), MathContext.DECIMAL128),
                        booked);
    }

    /** @return what a received line costs at its price in that currency, exact; empty when it was booked at no rate of it */
    static Optional<BigDecimal> foreign(TraceEvent receipt, EventLine line, CurrencyUnit currency) {
        return line.price()
                .filter(price -> price.price().currency().equals(currency.getCode())
                        && price.price().amount().signum() > 0
                        && (price.rate().isPresent() || !OrderPrice.saysThatRateIsMissing(receipt)))
                .map(price -> price.price()
                        .amount()
                        .multiply(line.quantity().amount())
                        .divide(price.baseUnits(), MathContext.DECIMAL128));
    }

    /** Of the same lot: what that was booked at has both. */
    private BoughtAbroad andMore(BoughtAbroad other) {
        return new BoughtAbroad(quantity.plus(other.quantity), foreign.add(other.foreign), booked);
    }

    BoughtAbroad plus(BoughtAbroad other) {
        return new BoughtAbroad(quantity.plus(other.quantity), foreign.add(other.foreign), booked.plus(other.booked));
    }

    /** @return what that much of the foreign currency was worth at the receipt, rounded half up to the minor unit */
    Money atReceipt(BigDecimal amount) {
        return Money.of(
                booked.getCurrencyUnit(),
                amount.multiply(booked.getAmount()).divide(foreign, MathContext.DECIMAL128),
                Layer.ROUNDING);
    }

    /**
     * @param part of the quantity
     * @param invoiced for it
     * @return what the price differs by, worth the rate of the receipt; nothing when the invoice agrees to the minor unit
     */
    Money priceDifference(Quantity part, Money invoiced) {
        BigDecimal agreed = foreign.multiply(part.amount()).divide(quantity.amount(), MathContext.DECIMAL128);
        return atReceipt(invoiced.minus(Money.of(invoiced.getCurrencyUnit(), agreed, Layer.ROUNDING))
                .getAmount());
    }

    /**
     * What went back to the supplier left at what the lot cost then, which may be more than it was received at.
     *
     * @param open a part of what was received and is not invoiced
     * @return what that is worth beyond its receipt: no currency made that; nothing when it is rounding
     */
    Money beyond(CostedQuantity open) {
        Money more = open.value().minus(Layer.share(new CostedQuantity(quantity, booked), open.quantity()));
        return Math.abs(more.getAmountMinorLong()) <= 1 ? more.multipliedBy(0) : more;
    }
}
