package org.lottrace.api.lot.wrong;

import org.lottrace.api.quantity.wrong.NeedsThisSide;

/** A package of ring 0 needs another one that needs it. */
public interface NeedsTheOtherSide {
    NeedsThisSide other();
}
