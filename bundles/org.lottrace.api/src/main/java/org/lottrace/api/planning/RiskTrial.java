package org.lottrace.api.planning;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;

/**
 * How true the chances would have been in the past, held against a naive forecast: that the next weeks are as the last ones were. At the end
 * of each week of history a lot is imagined that is as large as the mean demand of the weeks ahead; the chance that it is not sold is worked
 * out from the weeks before, and then what happened is looked at. The score is Brier's: the mean square of what was said less what came, from 0
 * for somebody who always knows to 1 for somebody who is always wrong.
 *
 * @param site where
 * @param item what
 * @param weeksAhead how long the lots could be sold
 * @param trials how many there were
 * @param score of the chances; absent when there was no trial
 * @param naiveScore of the naive forecast
 */
public record RiskTrial(
        SiteId site,
        ItemNumber item,
        int weeksAhead,
        int trials,
        Optional<BigDecimal> score,
        Optional<BigDecimal> naiveScore) {
    public RiskTrial {
        Objects.requireNonNull(site);
        Objects.requireNonNull(item);
        Objects.requireNonNull(score);
        Objects.requireNonNull(naiveScore);
    }
}
