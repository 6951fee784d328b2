package org.lottrace.api.cost;

import java.util.Objects;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.quantity.Quantity;

/**
 * What the same receipts and issues of an item in some days cost by each method (IAS 2.23-25). All begin with what the books had, and
 * take what came in at what is booked for it, so {@code opening} + {@code in} is the total of each of them. Quantities are in the base
 * unit.
 *
 * @param item which item
 * @param opening what the books had on stock at the end of the day before
 * @param in what was received, made and found, and what its value was changed by; what moved within the item is not in it
 * @param sold what was sold, less what came back
 * @param otherIssues what was consumed, counted away, destroyed or sent back to suppliers
 * @param closing what was left at the end
 * @param booked as it is in the books
 * @param lotActual each lot at its own cost
 * @param fifo what came first leaves first, whichever lot was picked
 * @param weightedAverage at the average of all that is there
 */
public record MethodComparison(
        ItemNumber item,
        CostedQuantity opening,
        CostedQuantity in,
        Quantity sold,
        Quantity otherIssues,
        Quantity closing,
        IssueFigures booked,
        IssueFigures lotActual,
        IssueFigures fifo,
        IssueFigures weightedAverage) {
    public MethodComparison {
        Objects.requireNonNull(item);
        Objects.requireNonNull(opening);
        Objects.requireNonNull(in);
        Objects.requireNonNull(sold);
        Objects.requireNonNull(otherIssues);
        Objects.requireNonNull(closing);
        Objects.requireNonNull(booked);
        Objects.requireNonNull(lotActual);
        Objects.requireNonNull(fifo);
        Objects.requireNonNull(weightedAverage);
    }
}
