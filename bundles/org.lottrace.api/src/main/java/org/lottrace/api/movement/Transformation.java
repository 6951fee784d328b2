package org.lottrace.api.movement;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.quantity.Quantity;

/**
 * Goods of lots that became goods of other lots without being processed: split, merged, relabelled, repacked. It is a
 * transformation in the sense of 21 CFR 1.1310; what goes through a production order is a {@link Production}.
 *
 * @param context who, when and where
 * @param number number of the order or note, under which it is found and booked
 * @param goods what was taken
 * @param outputs what became of all of it
 */
public record Transformation(CaptureContext context, String number, List<LotQuantity> goods, List<Output> outputs)
        implements Movement {
    public Transformation {
        Objects.requireNonNull(context);
        Objects.requireNonNull(number);
        goods = List.copyOf(goods);
        outputs = List.copyOf(outputs);
    }

    @Override
    public Stream<LotReference> lots() {
        return Movement.lotsOf(goods);
    }

    /**
     * A new lot, or a part of one that stands before it among the outputs.
     *
     * @param item what it is; absent for the item of the goods
     * @param lotNumber its number when it is on the goods already; absent for the next one of the site's template
     * @param quantity in any unit the item has; absent for all that was taken, when there is one output
     * @param location where it was put down
     * @param container the logistic unit it is in, when there is one
     * @param keyData what else there is to say of these goods, such as their serial numbers or the pieces of a weight; an only output
     *     of the same item that names no serial number has all that were said of what was taken
     */
    public record Output(
            Optional<ItemNumber> item,
            Optional<LotNumber> lotNumber,
            Optional<Quantity> quantity,
            LocationId location,
            Optional<Sscc> container,
            List<KeyDatum> keyData) {
        public Output {
            Objects.requireNonNull(item);
            Objects.requireNonNull(lotNumber);
            Objects.requireNonNull(quantity);
            Objects.requireNonNull(location);
            Objects.requireNonNull(container);
            keyData = List.copyOf(keyData);
        }

        /** An output of which there is no more to say. */
        public Output(
                Optional<ItemNumber> item,
                Optional<LotNumber> lotNumber,
                Optional<Quantity> quantity,
                LocationId location,
                Optional<Sscc> container) {
            this(item, lotNumber, quantity, location, container, List.of());
        }
    }
}
