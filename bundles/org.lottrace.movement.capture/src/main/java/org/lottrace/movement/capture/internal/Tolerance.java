package org.lottrace.movement.capture.internal;

import java.math.BigDecimal;
import org.lottrace.api.quantity.Quantity;

/** How much more than agreed is still as agreed. */
final class Tolerance {
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    private Tolerance() {}

    /** @return true when so much more than agreed is more than those percent of it */
    static boolean isExceeded(Quantity more, Quantity agreed, int percent) {
        return more.amount().multiply(PERCENT).compareTo(agreed.amount().multiply(BigDecimal.valueOf(percent))) > 0;
    }
}
