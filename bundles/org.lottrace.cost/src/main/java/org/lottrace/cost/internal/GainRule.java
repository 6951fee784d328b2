package org.lottrace.cost.internal;

import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.quantity.Quantity;

/**
 * INVENTORY to UNEXPLAINED_DIFFERENCE, at what the lot costs, else at the price in the record, else at nothing. When it is
 * dissolved, as much goes back at what the lot costs then: by now the late receipt is in it, and what was taken left at the cost
 * of the gain. So the lot keeps no value without a quantity, and the difference stays on this account, where it is seen.
 */
final class GainRule implements BookingRule {
    private final CurrencyUnit currency;

    GainRule(CurrencyUnit currency) {
        this.currency = currency;
    }

    @Override
    public void book(TraceEvent event, Posting posting) {
        for (EventLine line : event.lines()) {
            if (line.from().place().kind() != PlaceKind.UNEXPLAINED || !BookingRule.isInventory(line.to())) {
                throw BookingRule.unexpected(event, line);
            }
            Found.book(Account.UNEXPLAINED_DIFFERENCE, event, line, line.quantity(), posting, () -> line.price()
                    .filter(price -> AtPrice.isIn(currency, price))
                    .map(price -> AtPrice.value(line.quantity(), price, currency))
                    .orElseGet(() -> Money.zero(currency)));
        }
    }

    /** The opposite quantities of the entry, and what they are worth now. */
    static void dissolve(JournalEntry gain, ConsignedUse consigned, Posting posting) {
        for (JournalLine line : gain.lines()) {
            boolean hasGoods = line.quantity().filter(Quantity::isPositive).isPresent();
            if (line.account() == Account.INVENTORY && hasGoods) {
                CostedQuantity part = Books.costed(line);
                consigned.cover(line.lot().orElseThrow(), part.quantity(), posting);
                CostedQuantity now = posting.issue(line.lot().orElseThrow(), part.quantity());
                posting.credit(Account.INVENTORY, line.lot().get(), now, line.orderLine());
                posting.debit(Account.UNEXPLAINED_DIFFERENCE, line.lot().get(), now, line.orderLine());
            }
        }
    }
}
