package org.lottrace.planning.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.planning.DemandForecast;
import org.lottrace.api.planning.ExpiryRisks;
import org.lottrace.api.planning.ForecastMethod;
import org.lottrace.api.planning.ReplenishmentTerms;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;

/** Which forecast suits a history, and the reorder point that follows from it. */
final class ForecastRules {
    private static final BigDecimal SMOOTH_BELOW = new BigDecimal("1.32");
    private static final int WEEK = 7;
    private static final int DIGITS = 3;
    private static final int MOST_STEPS = 2_000;
    private static final BigDecimal FAR = BigDecimal.valueOf(30);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private ForecastRules() {}

    static DemandForecast of(
            SiteId site, ItemNumber item, UnitOfMeasure unit, Series series, ReplenishmentTerms terms) {
        ForecastMethod method = method(series);
        Optional<Smoothing> found =
                method == ForecastMethod.TOO_FEW_WEEKS ? Optional.empty() : Optional.of(Smoothing.best(method, series));
        Optional<Quantity> leadTime = found.map(smoothing -> quantity(overLeadTime(smoothing.weekly(), terms), unit));
        Optional<Quantity> reorder =
                found.map(smoothing -> quantity(reorderPoint(smoothing, terms, series.digits()), unit));
        return new DemandForecast(
                site,
                item,
                series.length(),
                interval(series).setScale(2, RoundingMode.HALF_UP),
                spread(series).setScale(2, RoundingMode.HALF_UP),
                method,
                found.map(Smoothing::weight),
                found.map(smoothing -> quantity(smoothing.weekly(), unit)),
                found.map(smoothing -> quantity(smoothing.error(), unit)),
                leadTime,
                reorder.flatMap(point -> leadTime.map(point::minus)),
                reorder);
    }

    static ForecastMethod method(Series series) {
        if (series.length() < ExpiryRisks.FEWEST_WEEKS) {
            return ForecastMethod.TOO_FEW_WEEKS;
        }
        BigDecimal interval = interval(series);
        if (interval.compareTo(SMOOTH_BELOW) < 0) {
            return ForecastMethod.EXPONENTIAL_SMOOTHING;
        }
        return BigDecimal.valueOf(silence(series)).compareTo(interval.multiply(BigDecimal.valueOf(2))) > 0
                ? ForecastMethod.FADING
                : ForecastMethod.CROSTON;
    }

    /** @return how many weeks there are for each with demand; 0 without any */
    static BigDecimal interval(Series series) {
        long demands = demands(series).size();
        return demands == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(series.length()).divide(BigDecimal.valueOf(demands), Series.PRECISE);
    }

    private static BigDecimal spread(Series series) {
        Series sizes = new Series(demands(series));
        BigDecimal mean = sizes.mean();
        return mean.signum() == 0
                ? BigDecimal.ZERO
                : sizes.variance().divide(mean.multiply(mean, Series.PRECISE), Series.PRECISE);
    }

    private static List<BigDecimal> demands(Series series) {
        return series.weeks().stream().filter(week -> week.signum() > 0).toList();
    }

    /** @return weeks without demand at the end */
    private static int silence(Series series) {
        int silent = 0;
        for (int week = series.length() - 1;
                week >= 0 && series.weeks().get(week).signum() == 0;
                week--) {
            silent++;
        }
        return silent;
    }

    /**
     * The smallest quantity that suffices as often as was asked for, by the distribution that has the forecast's mean and error.
     *
     * @param digits behind the point that single sales have
     */
    private static BigDecimal reorderPoint(Smoothing smoothing, ReplenishmentTerms terms, int digits) {
        BigDecimal mean = overLeadTime(smoothing.weekly(), terms).movePointRight(digits);
        BigDecimal variance = overLeadTime(smoothing.squares(), terms)
                .movePointRight(2 * digits)
                .max(mean);
        BigDecimal farthest = mean.add(FAR.multiply(variance.sqrt(Series.PRECISE)));
        BigDecimal step = farthest.divide(BigDecimal.valueOf(MOST_STEPS), 0, RoundingMode.UP)
                .max(BigDecimal.ONE);
        long[] chances = DemandChances.of(
                mean.divide(step, Exponential.EXACT),
                variance.divide(step.multiply(step), Exponential.EXACT),
                MOST_STEPS);
        BigDecimal wanted = terms.servicePercent()
                .multiply(BigDecimal.valueOf(DemandChances.ONE))
                .divide(HUNDRED, 0, RoundingMode.UP);
        long sum = chances[0];
        int steps = 0;
        while (BigDecimal.valueOf(sum).compareTo(wanted) < 0 && steps < MOST_STEPS) {
            steps++;
            sum += chances[steps];
        }
        return step.multiply(BigDecimal.valueOf(steps)).max(mean).movePointLeft(digits);
    }

    private static BigDecimal overLeadTime(BigDecimal ofAWeek, ReplenishmentTerms terms) {
        return ofAWeek.multiply(BigDecimal.valueOf(terms.leadDays()))
                .divide(BigDecimal.valueOf(WEEK), Exponential.EXACT);
    }

    private static Quantity quantity(BigDecimal amount, UnitOfMeasure unit) {
        return new Quantity(amount.setScale(DIGITS, RoundingMode.HALF_UP), unit);
    }
}
