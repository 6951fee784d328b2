package org.lottrace.api.movement;

import java.util.List;
import java.util.Objects;
import org.lottrace.api.event.CaptureContext;

/**
 * Lots that went into a production order.
 *
 * @param context who, when and where
 * @param productionOrder number of the order
 * @param goods what was consumed
 */
public record Consumption(CaptureContext context, String productionOrder, List<LotQuantity> goods) {
    public Consumption {
        Objects.requireNonNull(context);
        Objects.requireNonNull(productionOrder);
        goods = List.copyOf(goods);
    }
}
