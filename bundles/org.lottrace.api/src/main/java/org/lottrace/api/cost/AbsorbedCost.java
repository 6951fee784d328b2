package org.lottrace.api.cost;

import java.util.Objects;
import org.joda.money.Money;
import org.lottrace.api.event.CaptureContext;

/**
 * Cost that a production order absorbs besides what it consumed; the next lot that is made of it takes it over.
 *
 * @param context who, when and where
 * @param number of the document that says it, such as a time sheet
 * @param productionOrder which order
 * @param element {@link CostElement#CONVERSION} or {@link CostElement#OVERHEAD}
 * @param amount in the functional currency, more than zero
 */
public record AbsorbedCost(
        CaptureContext context, String number, String productionOrder, CostElement element, Money amount) {
    public AbsorbedCost {
        Objects.requireNonNull(context);
        Objects.requireNonNull(number);
        Objects.requireNonNull(productionOrder);
        Objects.requireNonNull(element);
        Objects.requireNonNull(amount);
    }
}
