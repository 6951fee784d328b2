package org.lottrace.api.movement;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.quantity.Quantity;

/**
 * An output lot of a production order. It contains everything the order has consumed since its last output.
 *
 * @param context who, when and where
 * @param productionOrder number of the order
 * @param item what was made
 * @param quantity how much, in any unit the item has
 * @param lotNumber its number when it is already on the goods; absent to take the next one of the site's template
 * @param line production line, recorded with the event and for the numbering template; may be empty
 * @param shift shift, recorded with the event and for the numbering template; may be empty
 * @param location where it was put down
 * @param container the logistic unit it is in, when there is one
 */
public record Production(
        CaptureContext context,
        String productionOrder,
        ItemNumber item,
        Quantity quantity,
        Optional<LotNumber> lotNumber,
        String line,
        String shift,
        LocationId location,
        Optional<Sscc> container)
        implements Movement {
    public Production {
        Objects.requireNonNull(context);
        Objects.requireNonNull(productionOrder);
        Objects.requireNonNull(item);
        Objects.requireNonNull(quantity);
        Objects.requireNonNull(lotNumber);
        Objects.requireNonNull(line);
        Objects.requireNonNull(shift);
        Objects.requireNonNull(location);
        Objects.requireNonNull(container);
    }

    @Override
    public Stream<LotReference> lots() {
        return Stream.of();
    }
}
