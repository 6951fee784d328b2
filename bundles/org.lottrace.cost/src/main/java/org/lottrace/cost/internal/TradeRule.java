package org.lottrace.cost.internal;

import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.TraceEvent;

/**
 * Goods that go from one company of a group to another: sold by the one at the transfer price and at its own cost, bought by the other
 * at the transfer price, each in the currency of its books at the rate of the day.
 */
final class TradeRule implements BookingRule {
    private final PartOfEvent.Trade trade;
    private final TransferPriceLists prices;
    private final PublishedRates rates;
    private final CurrencyUnit currency;

    /** @param rates into the currency of the books */
    TradeRule(PartOfEvent.Trade trade, TransferPriceLists prices, PublishedRates rates, CurrencyUnit currency) {
        this.trade = trade;
        this.prices = prices;
        this.rates = rates;
        this.currency = currency;
    }

    @Override
    public void book(TraceEvent event, Posting posting) {
        event.lines().forEach(line -> {
            CostedQuantity price = new CostedQuantity(line.quantity(), price(event, line));
            if (trade.isSale()) {
                sell(line, price, posting);
            } else {
                posting.receive(line.lot(), price, Optional.empty());
                posting.credit(Account.INTERCOMPANY_PAYABLE, line.lot(), price, Optional.empty());
            }
        });
    }

    private static void sell(EventLine line, CostedQuantity price, Posting posting) {
        CostedQuantity cost = posting.issue(line.lot(), line.quantity());
        posting.debit(Account.INTERCOMPANY_COGS, line.lot(), cost, Optional.empty());
        posting.credit(Account.INVENTORY, line.lot(), cost, Optional.empty());
        posting.debit(Account.INTERCOMPANY_RECEIVABLE, line.lot(), price, Optional.empty());
        posting.credit(Account.INTERCOMPANY_SALES, line.lot(), price, Optional.empty());
    }

    /** Rounded once in the currency of the price, which both companies see, and once into that of the books. */
    private Money price(TraceEvent event, EventLine line) {
        Money agreed = prices.inForce(trade.seller(), trade.buyer(), line.lot().item(), event)
                .worth(line.quantity());
        if (agreed.getCurrencyUnit().equals(currency)) {
            return agreed;
        }
        return rates.inForce(
                        agreed.getCurrencyUnit().getCode(),
                        event.context().accountingDate(),
                        event.context().id())
                .map(rate -> rate.worth(agreed, currency))
                .orElseThrow(() -> UnbookableEventException.untilRecorded("the transfer price of item "
                        + line.lot().item() + " is in " + agreed.getCurrencyUnit() + ", but books are kept in "
                        + currency
                        + ", and no exchange rate is known; record one for "
                        + event.context().accountingDate() + " or one of the "
                        + PublishedRates.STANDS_FOR_DAYS + " days before"));
    }
}
