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
 * What came out of a production order: of everything it has consumed since its last output, or else of what it consumed before.
 * Several outputs share it by their amounts in their base units: each pallet of a lot, a co-product, a by-product, scrap that
 * is kept as a lot.
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
 * @param others what came out besides, in the same event
 * @param keyData what else there is to say of the lot or of these goods, as in {@link Receipt.Line}
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
        Optional<Sscc> container,
        List<Output> others,
        List<KeyDatum> keyData)
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
        others = List.copyOf(others);
        keyData = List.copyOf(keyData);
    }

    /** Outputs of which there is no more to say. */
    public Production(
            CaptureContext context,
            String productionOrder,
            ItemNumber item,
            Quantity quantity,
            Optional<LotNumber> lotNumber,
            String line,
            String shift,
            LocationId location,
            Optional<Sscc> container,
            List<Output> others) {
        this(context, productionOrder, item, quantity, lotNumber, line, shift, location, container, others, List.of());
    }

    /** One output. */
    public Production(
            CaptureContext context,
            String productionOrder,
            ItemNumber item,
            Quantity quantity,
            Optional<LotNumber> lotNumber,
            String line,
            String shift,
            LocationId location,
            Optional<Sscc> container) {
        this(context, productionOrder, item, quantity, lotNumber, line, shift, location, container, List.of());
    }

    /**
     * An output.
     *
     * @param item what was made
     * @param quantity how much, in any unit the item has
     * @param lotNumber its number when it is already on the goods; absent for the lot of the same item that stands before it
     *     among the outputs, or else the next one of the site's template
     * @param location where it was put down
     * @param container the logistic unit it is in, when there is one
     * @param keyData what else there is to say of the lot or of these goods
     */
    public record Output(
            ItemNumber item,
            Quantity quantity,
            Optional<LotNumber> lotNumber,
            LocationId location,
            Optional<Sscc> container,
            List<KeyDatum> keyData) {
        public Output {
            Objects.requireNonNull(item);
            Objects.requireNonNull(quantity);
            Objects.requireNonNull(lotNumber);
            Objects.requireNonNull(location);
            Objects.requireNonNull(container);
            keyData = List.copyOf(keyData);
        }

        /** An output of which there is no more to say. */
        public Output(
                ItemNumber item,
                Quantity quantity,
                Optional<LotNumber> lotNumber,
                LocationId location,
                Optional<Sscc> container) {
            this(item, quantity, lotNumber, location, container, List.of());
        }
    }

    /** @return every output, the first one first */
    public List<Output> outputs() {
        return Stream.concat(
                        Stream.of(new Output(item, quantity, lotNumber, location, container, keyData)), others.stream())
                .toList();
    }

    @Override
    public Stream<LotReference> lots() {
        return Stream.of();
    }
}
