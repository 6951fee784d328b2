package org.lottrace.api.planning;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.quantity.Quantity;

/**
 * What will be wanted of an item at a site, and when to order it. A forecast and an advice: nothing follows from it by itself.
 *
 * @param site where
 * @param item what
 * @param weeks whole weeks of history, from the first one with demand on
 * @param interval mean number of weeks from one demand to the next, 2 digits behind the point
 * @param spread variance of the weeks with demand over the square of their mean, 2 digits behind the point
 * @param method how it was forecast
 * @param smoothing the weight of the newest week, of 0.1, 0.2 and 0.3 the one that would have erred least; absent without a forecast
 * @param weekly what will be wanted in a week, 3 digits behind the point
 * @param error mean size of the error that it would have made from week to week, in the same unit
 * @param leadTime what will be wanted until an order comes in
 * @param safetyStock what is added to that so that it suffices as often as was asked for
 * @param reorderPoint both together: order when less than that is there or on its way
 */
public record DemandForecast(
        SiteId site,
        ItemNumber item,
        int weeks,
        BigDecimal interval,
        BigDecimal spread,
        ForecastMethod method,
        Optional<BigDecimal> smoothing,
        Optional<Quantity> weekly,
        Optional<Quantity> error,
        Optional<Quantity> leadTime,
        Optional<Quantity> safetyStock,
        Optional<Quantity> reorderPoint) {
    public DemandForecast {
        Objects.requireNonNull(site);
        Objects.requireNonNull(item);
        Objects.requireNonNull(interval);
        Objects.requireNonNull(spread);
        Objects.requireNonNull(method);
        Objects.requireNonNull(smoothing);
        Objects.requireNonNull(weekly);
        Objects.requireNonNull(error);
        Objects.requireNonNull(leadTime);
        Objects.requireNonNull(safetyStock);
        Objects.requireNonNull(reorderPoint);
    }
}
