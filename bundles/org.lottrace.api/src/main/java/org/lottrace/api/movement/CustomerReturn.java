package org.lottrace.api.movement;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.lot.LotReference;

/**
 * Goods that came back from a customer.
 *
 * @param context who, when and where
 * @param number number of the return
 * @param shipment the shipment they left with; what comes back of a lot cannot be more than what left
 * @param goods what came back, and where it was put down
 */
public record CustomerReturn(CaptureContext context, String number, String shipment, List<LotQuantity> goods)
        implements Movement {
    public CustomerReturn {
        Objects.requireNonNull(context);
        Objects.requireNonNull(number);
        Objects.requireNonNull(shipment);
        goods = List.copyOf(goods);
    }

    @Override
    public Stream<LotReference> lots() {
        return Movement.lotsOf(goods);
    }
}
