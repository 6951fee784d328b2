package org.lottrace.api.movement;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotReference;

/**
 * Goods that came back from a customer.
 *
 * @param context who, when and where
 * @param number number of the return
 * @param shipment the shipment they left with, when it is known
 * @param customer who sent them back; absent means the customer of the shipment
 * @param goods what came back, and where it was put down
 */
public record CustomerReturn(
        CaptureContext context,
        String number,
        Optional<String> shipment,
        Optional<PartyId> customer,
        List<LotQuantity> goods)
        implements Movement {
    /** @throws IllegalArgumentException if neither says who sent them back */
    public CustomerReturn {
        Objects.requireNonNull(context);
        Objects.requireNonNull(number);
        goods = List.copyOf(goods);
        if (shipment.isEmpty() && customer.isEmpty()) {
            throw new IllegalArgumentException("return " + number + " names neither a shipment nor a customer");
        }
    }

    /** Goods of a known shipment. */
    public CustomerReturn(CaptureContext context, String number, String shipment, List<LotQuantity> goods) {
        this(context, number, Optional.of(shipment), Optional.empty(), goods);
    }

    @Override
    public Stream<LotReference> lots() {
        return Movement.lotsOf(goods);
    }
}
