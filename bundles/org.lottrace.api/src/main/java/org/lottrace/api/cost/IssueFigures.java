package org.lottrace.api.cost;

import java.util.Objects;
import org.joda.money.Money;

/**
 * What the issues of an item cost, and what is left is worth, by one way of valuing them.
 *
 * @param costOfGoodsSold what was sold, less what came back
 * @param otherIssues what was consumed, counted away, destroyed or sent back to suppliers
 * @param closing what was left at the end
 */
public record IssueFigures(Money costOfGoodsSold, Money otherIssues, Money closing) {
    public IssueFigures {
        Objects.requireNonNull(costOfGoodsSold);
        Objects.requireNonNull(otherIssues);
        Objects.requireNonNull(closing);
    }

    /** @return all of it: what was there at the beginning and what came in */
    public Money total() {
        return costOfGoodsSold.plus(otherIssues).plus(closing);
    }
}
