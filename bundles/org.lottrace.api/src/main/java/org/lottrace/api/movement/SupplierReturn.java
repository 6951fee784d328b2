package org.lottrace.api.movement;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotReference;

/**
 * Goods that went back to a supplier.
 *
 * @param context who, when and where
 * @param supplier who gets them back
 * @param number number of the return
 * @param goods what goes back, and where it was; held and recalled lots may
 */
public record SupplierReturn(CaptureContext context, PartyId supplier, String number, List<LotQuantity> goods)
        implements Movement {
    public SupplierReturn {
        Objects.requireNonNull(context);
        Objects.requireNonNull(supplier);
        Objects.requireNonNull(number);
        goods = List.copyOf(goods);
    }

    @Override
    public Stream<LotReference> lots() {
        return Movement.lotsOf(goods);
    }
}
