package org.lottrace.recall.wrong;

import java.math.BigDecimal;

/** A quantity that is exact before and after, but not in between. */
public final class RoundsOnTheWay {
    public BigDecimal half(BigDecimal quantity) {
        return BigDecimal.valueOf(quantity.doubleValue() / 2);
    }
}
