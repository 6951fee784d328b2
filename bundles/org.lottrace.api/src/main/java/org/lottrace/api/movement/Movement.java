package org.lottrace.api.movement;

import java.util.List;
import java.util.stream.Stream;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.lot.LotReference;

/** What {@link MovementCapture} is asked to capture. */
public sealed interface Movement
        permits Receipt,
                SupplierReturn,
                Transfer,
                Dispatch,
                Arrival,
                Consumption,
                Production,
                Shipment,
                CustomerReturn,
                StockCount,
                Disposal,
                Transformation,
                Sampling,
                OpeningStock {
    CaptureContext context();

    /** @return the lots that the request names; it may move others, too, when it names what they are in */
    Stream<LotReference> lots();

    /** @return the lots of goods that were in stock */
    static Stream<LotReference> lotsOf(List<LotQuantity> goods) {
        return goods.stream().map(LotQuantity::lot);
    }
}
