package org.lottrace.api.planning;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.operation.WrongQuestionException;

/**
 * Of which days and of what the measures are.
 *
 * @param from the first day; days are those of each site
 * @param to the last one, at most {@value #MOST_DAYS} days altogether
 * @param site only this own site
 * @param item only this one
 * @param customer only what was ordered by, or went to, this one; receipts, waste and stock have no customer and are given in full
 */
public record MeasureQuestion(
        LocalDate from, LocalDate to, Optional<SiteId> site, Optional<ItemNumber> item, Optional<PartyId> customer) {
    /** So many days at a time at most: a year and a bit. */
    public static final int MOST_DAYS = 371;

    /** @throws IllegalArgumentException if the last day is before the first one, or there are too many days */
    public MeasureQuestion {
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        Objects.requireNonNull(site);
        Objects.requireNonNull(item);
        Objects.requireNonNull(customer);
        if (!isAskable(from, to)) {
            throw new WrongQuestionException(
                    "ask for 1 to " + MOST_DAYS + " days, the first one first, not for " + from + " to " + to);
        }
    }

    /** @return true when so many days may be asked for */
    public static boolean isAskable(LocalDate from, LocalDate to) {
        return !to.isBefore(from) && ChronoUnit.DAYS.between(from, to) < MOST_DAYS;
    }
}
