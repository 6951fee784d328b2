package org.lottrace.cost.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * What a lot costs more (or less, when it is negative) than it was booked at: the part of what is on stock goes into the lot, the
 * part of what is gone where the policy says.
 */
final class LateCost {
    /** Where the part of what is gone goes to. */
    @FunctionalInterface
    interface Gone {
        void book(LotKey lot, CostedQuantity gone, Optional<OrderLineReference> orderLine, Posting posting);
    }

    private final Gone gone;

    LateCost(Gone gone) {
        this.gone = gone;
    }

    /** @return by the policy that was recorded with the document, so that books that are built again are the same */
    static LateCost of(TraceEvent event) {
        return switch (Policy.valueOf(CostText.said(event, KeyDataElement.LATE_COST))) {
            case VARIANCE -> new LateCost(LateCost::variance);
            case CASCADE ->
                new LateCost((lot, part, orderLine, posting) -> new Cascade(posting).book(lot, part, orderLine));
        };
    }

    /** @return true when the document says that it goes where the goods went */
    static boolean isCascade(TraceEvent event) {
        return KeyDatum.find(event.keyData(), KeyDataElement.LATE_COST)
                .map(KeyDataValue::text)
                .filter(Policy.CASCADE.name()::equals)
                .isPresent();
    }

    /** What becomes of the cost of goods that are gone. */
    enum Policy {
        /** It is a price variance of the day. */
        VARIANCE,
        /** It goes where the goods went: into what was made of them and what was sold. */
        CASCADE
    }

    static void variance(LotKey lot, CostedQuantity part, Optional<OrderLineReference> orderLine, Posting posting) {
        posting.debit(Account.PURCHASE_PRICE_VARIANCE, lot, part, orderLine);
    }

    /**
     * @param quantity of the lot that the cost belongs to; what is on stock is counted as of it first
     * @param difference debit when positive
     */
    void book(
            LotKey lot, Quantity quantity, Money difference, Optional<OrderLineReference> orderLine, Posting posting) {
        Split split = Split.of(posting.onStock(lot, quantity.unit()).left(), quantity, difference);
        split.onStock().ifPresent(part -> posting.receive(lot, part, orderLine));
        split.gone().ifPresent(part -> gone.book(lot, part, orderLine, posting));
    }

    /**
     * A difference, split by quantity; a part without an amount is absent.
     *
     * @param onStock no quantity, because the goods are booked already
     * @param gone the quantity that is gone
     */
    record Split(Optional<CostedQuantity> onStock, Optional<CostedQuantity> gone) {
        /** What is on stock is never worth less than nothing: what it cannot bear is of what is gone. */
        static Split of(CostedQuantity left, Quantity quantity, Money difference) {
            Quantity there = left.quantity().min(quantity);
            Quantity away = quantity.minus(there);
            Money share = quantity.isZero()
                    ? difference.multipliedBy(0)
                    : LargestRemainder.split(difference, List.of(there.amount(), away.amount()))
                            .get(0);
            Money borne = share.plus(left.value()).isNegative() ? left.value().negated() : share;
            return new Split(
                    part(Quantity.zero(quantity.unit()), borne),
                    part(signed(away, difference), difference.minus(borne)));
        }

        private static Optional<CostedQuantity> part(Quantity quantity, Money share) {
            return share.isZero() ? Optional.empty() : Optional.of(new CostedQuantity(quantity, share));
        }

        private static Quantity signed(Quantity quantity, Money difference) {
            return difference.getAmount().compareTo(BigDecimal.ZERO) < 0 ? quantity.negated() : quantity;
        }
    }
}
