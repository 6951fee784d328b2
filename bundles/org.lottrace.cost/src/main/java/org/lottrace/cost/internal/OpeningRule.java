package org.lottrace.cost.internal;

import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.LinePrice;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.TraceEvent;

/** INVENTORY to OPENING_BALANCE at the cost that the record says. */
final class OpeningRule implements BookingRule {
    private final CurrencyUnit currency;

    OpeningRule(CurrencyUnit currency) {
        this.currency = currency;
    }

    @Override
    public void book(TraceEvent event, Posting posting) {
        BookingRule.requireAll(event, PlaceKind.OPENING, PlaceKind.LOCATION);
        for (EventLine line : event.lines()) {
            Money value = AtPrice.value(line.quantity(), costOf(line), currency);
            posting.receive(line.lot(), new CostedQuantity(line.quantity(), value), Optional.empty());
            posting.credit(Account.OPENING_BALANCE, value, Optional.empty());
        }
    }

    private LinePrice costOf(EventLine line) {
        LinePrice cost = line.price()
                .orElseThrow(() -> new UnbookableEventException(
                        "the record of the opening stock of lot " + line.lot() + " has no cost"));
        if (!cost.price().currency().equals(currency.getCode())) {
            throw new UnbookableEventException("the cost of lot " + line.lot() + " is in "
                    + cost.price().currency() + ", but the books are kept in " + currency);
        }
        return cost;
    }
}
