package org.lottrace.api.quantity.wrong;

import org.lottrace.api.lot.wrong.NeedsTheOtherSide;

/** The other half of the cycle. */
public interface NeedsThisSide {
    NeedsTheOtherSide other();
}
