package org.lottrace.api.movement;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.lot.LotReference;

/**
 * Goods that were destroyed or thrown away.
 *
 * @param context who, when and where
 * @param number number of the disposal order
 * @param goods what
 */
public record Disposal(CaptureContext context, String number, List<LotQuantity> goods) implements Movement {
    public Disposal {
        Objects.requireNonNull(context);
        Objects.requireNonNull(number);
        goods = List.copyOf(goods);
    }

    @Override
    public Stream<LotReference> lots() {
        return Movement.lotsOf(goods);
    }
}
