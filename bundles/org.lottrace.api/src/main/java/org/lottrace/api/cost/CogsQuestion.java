package org.lottrace.api.cost;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.operation.WrongQuestionException;

/**
 * Which cost of goods sold is asked for.
 *
 * @param from the first accounting date that counts
 * @param to the last one, at most {@value #MOST_DAYS} days altogether
 * @param by what it is added up by
 * @param customer only what he bought
 * @param item only this one
 * @param orderLine only what was sold for it
 */
public record CogsQuestion(
        LocalDate from,
        LocalDate to,
        CogsGroup by,
        Optional<PartyId> customer,
        Optional<ItemNumber> item,
        Optional<OrderLineReference> orderLine) {
    /** So many days at a time at most: a year and a bit. */
    public static final int MOST_DAYS = 371;

    public CogsQuestion {
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        Objects.requireNonNull(by);
        Objects.requireNonNull(customer);
        Objects.requireNonNull(item);
        Objects.requireNonNull(orderLine);
        if (isTooLong(from, to)) {
            throw new WrongQuestionException(
                    "ask for at most " + MOST_DAYS + " days at a time, not for " + from + " to " + to);
        }
    }

    /** @return true for more days than {@link #MOST_DAYS} */
    public static boolean isTooLong(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to) >= MOST_DAYS;
    }

    /** @return the question for all that was sold */
    public static CogsQuestion ofAll(LocalDate from, LocalDate to, CogsGroup by) {
        return new CogsQuestion(from, to, by, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** @return true when it asks for a part only, which is not all that is on the account */
    public boolean isNarrowed() {
        return customer.isPresent() || item.isPresent() || orderLine.isPresent();
    }
}
