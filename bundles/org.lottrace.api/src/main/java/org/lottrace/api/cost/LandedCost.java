package org.lottrace.api.cost;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.joda.money.Money;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;

/**
 * What it cost to bring goods in: freight, duty.
 *
 * @param context who, when and where
 * @param number of the document that says it
 * @param creditor who is owed
 * @param element {@link CostElement#FREIGHT} or {@link CostElement#DUTY}
 * @param key by what it is split
 * @param amount more than zero; in the functional currency, or in one that has an exchange rate on its accounting date
 * @param targets the lots that came in
 */
public record LandedCost(
        CaptureContext context,
        String number,
        PartyId creditor,
        CostElement element,
        AllocationKey key,
        Money amount,
        List<Target> targets) {
    public LandedCost {
        Objects.requireNonNull(context);
        Objects.requireNonNull(number);
        Objects.requireNonNull(creditor);
        Objects.requireNonNull(element);
        Objects.requireNonNull(key);
        Objects.requireNonNull(amount);
        targets = List.copyOf(targets);
    }

    /**
     * @param lot which lot
     * @param measure its weight or volume, in one unit for all targets; zero for the other keys
     */
    public record Target(LotKey lot, BigDecimal measure) {
        public Target {
            Objects.requireNonNull(lot);
            Objects.requireNonNull(measure);
        }
    }
}
