package org.lottrace.cost.internal;

import java.math.BigDecimal;
import java.util.Optional;
import org.joda.money.Money;
import org.lottrace.api.code.Coded;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.cost.Revaluation;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * What is on stock of a lot at another value per base unit. A write-down never raises it, and its reversal never by more than was
 * written down: that was said when it was recorded, and what happened since then does not change it.
 */
final class RevaluationRule implements BookingRule {
    @Override
    public void book(TraceEvent event, Posting posting) {
        Revaluation.Kind kind = Coded.of(Revaluation.Kind.class, CostText.said(event, KeyDataElement.COST_KEY));
        for (CostText.Measured line : CostText.measured(event)) {
            posting.known(line.lot()).ifPresent(layer -> book(kind, line, layer, posting));
        }
    }

    private static void book(Revaluation.Kind kind, CostText.Measured line, Layer layer, Posting posting) {
        CostedQuantity left = layer.left();
        Money change = change(kind, line.lot(), left, worth(line.number(), left), posting);
        if (change.isZero()) {
            return;
        }
        CostedQuantity amount = new CostedQuantity(Quantity.zero(left.quantity().unit()), change);
        posting.receive(line.lot(), amount, Optional.empty());
        posting.credit(
                kind == Revaluation.Kind.MANUAL ? Account.INVENTORY_REVALUATION : Account.INVENTORY_WRITE_DOWN,
                line.lot(),
                amount,
                Optional.empty());
    }

    static Money worth(BigDecimal unitValue, CostedQuantity left) {
        return Money.of(
                left.value().getCurrencyUnit(),
                unitValue.multiply(left.quantity().amount()),
                Layer.ROUNDING);
    }

    private static Money change(Revaluation.Kind kind, LotKey lot, CostedQuantity left, Money worth, Posting posting) {
        Money change = worth.minus(left.value());
        Money none = change.multipliedBy(0);
        return switch (kind) {
            case WRITE_DOWN -> change.isPositive() ? none : change;
            case WRITE_DOWN_REVERSAL -> {
                Money most = writtenDown(lot, none, posting.books());
                yield change.isNegative() ? none : change.isGreaterThan(most) ? most : change;
            }
            case MANUAL -> change;
        };
    }

    /** @return what the lot was written down by and is still */
    static Money writtenDown(LotKey lot, Money none, Books books) {
        return books.ofLot(lot).stream()
                .flatMap(entry -> entry.lines().stream())
                .filter(line -> line.account() == Account.INVENTORY_WRITE_DOWN
                        && line.lot().equals(Optional.of(lot)))
                .map(JournalLine::amount)
                .reduce(none, Money::plus);
    }
}
