package org.lottrace.api.id;

import org.lottrace.api.quantity.Quantity;

/** The lowest package of ring 0 looks up. */
public interface KnowsQuantities {
    Quantity quantity();
}
