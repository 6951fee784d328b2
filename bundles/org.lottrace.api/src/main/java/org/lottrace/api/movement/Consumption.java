package org.lottrace.api.movement;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.lot.LotReference;

/**
 * Lots that went into a production order.
 *
 * @param context who, when and where
 * @param productionOrder number of the order
 * @param goods what was consumed
 */
public record Consumption(CaptureContext context, String productionOrder, List<LotQuantity> goods) implements Movement {
    public Consumption {
        Objects.requireNonNull(context);
        Objects.requireNonNull(productionOrder);
        goods = List.copyOf(goods);
    }

    @Override
    public Stream<LotReference> lots() {
        return Movement.lotsOf(goods);
    }
}
