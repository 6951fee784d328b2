package org.lottrace.api.planning;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * With what a reorder point is worked out.
 *
 * @param leadDays days from an order until the goods are there, 1 to {@value #MOST_LEAD_DAYS}
 * @param servicePercent how often what is there suffices until they come, from 50 up to 99.9
 */
public record ReplenishmentTerms(int leadDays, BigDecimal servicePercent) {
    /** The longest lead time. */
    public static final int MOST_LEAD_DAYS = 180;

    /** @throws IllegalArgumentException if a number is another one */
    public ReplenishmentTerms {
        Objects.requireNonNull(servicePercent);
        if (!isAskable(leadDays, servicePercent)) {
            throw new IllegalArgumentException("take a lead time of 1 to " + MOST_LEAD_DAYS
                    + " days and a service level from 50 to 99.9 percent, not " + leadDays + " days and "
                    + servicePercent.toPlainString() + " percent");
        }
    }

    /** @return true for numbers that are taken */
    public static boolean isAskable(int leadDays, BigDecimal servicePercent) {
        return leadDays >= 1
                && leadDays <= MOST_LEAD_DAYS
                && servicePercent.compareTo(new BigDecimal("50")) >= 0
                && servicePercent.compareTo(new BigDecimal("99.9")) <= 0;
    }
}
