package org.lottrace.api.planning;

import java.time.LocalDate;
import java.util.Objects;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.operation.WrongQuestionException;

/**
 * Which history is replayed.
 *
 * @param site where
 * @param item what
 * @param from the first day at the site
 * @param to the last one, at most {@value MeasureQuestion#MOST_DAYS} days altogether
 * @param remainingDays with fewer days until its expiry a lot is given to nobody, 0 to {@value #MOST_REMAINING}
 */
public record SimulationQuestion(SiteId site, ItemNumber item, LocalDate from, LocalDate to, int remainingDays) {
    /** More days are not asked for. */
    public static final int MOST_REMAINING = 365;

    /** @throws IllegalArgumentException if days or remaining days are others */
    public SimulationQuestion {
        Objects.requireNonNull(site);
        Objects.requireNonNull(item);
        if (!isAskable(from, to, remainingDays)) {
            throw new WrongQuestionException("ask for 1 to " + MeasureQuestion.MOST_DAYS
                    + " days, the first one first, and 0 to " + MOST_REMAINING + " remaining days, not for " + from
                    + " to " + to + " and " + remainingDays);
        }
    }

    /** @return true for what may be asked */
    public static boolean isAskable(LocalDate from, LocalDate to, int remainingDays) {
        return MeasureQuestion.isAskable(from, to) && remainingDays >= 0 && remainingDays <= MOST_REMAINING;
    }
}
