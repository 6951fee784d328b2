package org.lottrace.api.movement;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitPrice;

/**
 * Goods that came in from a supplier: against a ship notice, a purchase order, both or neither.
 *
 * @param context who, when and where
 * @param supplier who sent them; absent in a request means the sender of the notice, and is never absent afterwards
 * @param notice which ship notice, when there is one
 * @param purchaseOrder number of the order for goods that the notice does not tell of, when there is one
 * @param location where they were put down
 * @param lines what came; empty means: everything that is still open of the notice, exactly as announced
 */
public record Receipt(
        CaptureContext context,
        Optional<PartyId> supplier,
        Optional<ShipNoticeId> notice,
        Optional<String> purchaseOrder,
        LocationId location,
        List<Line> lines)
        implements Movement {
    /** @throws IllegalArgumentException if nothing says who the supplier is, or the notice is of another one */
    public Receipt {
        Objects.requireNonNull(context);
        Objects.requireNonNull(purchaseOrder);
        Objects.requireNonNull(location);
        lines = List.copyOf(lines);
        Optional<PartyId> sender = notice.map(ShipNoticeId::sender);
        supplier = supplier.or(() -> sender);
        if (supplier.isEmpty()) {
            throw new IllegalArgumentException("a receipt names its supplier, or a ship notice");
        }
        if (sender.isPresent() && !sender.equals(supplier)) {
            throw new IllegalArgumentException(
                    "ship notice " + notice.get() + " is not one of supplier " + supplier.get());
        }
    }

    /** A receipt against a notice. */
    public Receipt(CaptureContext context, ShipNoticeId notice, LocationId location, List<Line> lines) {
        this(context, Optional.of(notice.sender()), Optional.of(notice), Optional.empty(), location, lines);
    }

    /** @return who sent the goods */
    public PartyId sender() {
        return supplier.orElseThrow();
    }

    @Override
    public Stream<LotReference> lots() {
        return lines.stream().map(Line::lot);
    }

    /**
     * A quantity of one lot that came.
     *
     * @param lot as marked on the goods; the issuer is the supplier unless it is named. A lot that nobody has told of is
     *     registered when its item is named, too
     * @param quantity in any unit the item has
     * @param container the logistic unit, when there is one
     * @param productionDate as marked on the goods, without a zone
     * @param expiry last day of use, or best before, as marked on the goods, without a zone
     * @param damaged true when the goods came damaged: the lot goes on hold
     * @param orderLine line of the purchase order of the receipt; absent: the one with the item
     * @param price what was agreed, for goods of no order line
     * @param keyData what else there is to say of the lot ({@link org.lottrace.api.event.LotAttributes#OF_A_LOT}) or of these
     *     goods ({@link org.lottrace.api.event.LotAttributes#OF_GOODS})
     */
    public record Line(
            LotReference lot,
            Quantity quantity,
            Optional<Sscc> container,
            Optional<LocalDate> productionDate,
            Optional<LocalDate> expiry,
            boolean damaged,
            Optional<Integer> orderLine,
            Optional<UnitPrice> price,
            List<KeyDatum> keyData) {
        public Line {
            Objects.requireNonNull(lot);
            Objects.requireNonNull(quantity);
            Objects.requireNonNull(container);
            Objects.requireNonNull(productionDate);
            Objects.requireNonNull(expiry);
            Objects.requireNonNull(orderLine);
            Objects.requireNonNull(price);
            keyData = List.copyOf(keyData);
        }

        /** Goods of which there is no more to say. */
        public Line(
                LotReference lot,
                Quantity quantity,
                Optional<Sscc> container,
                Optional<LocalDate> productionDate,
                Optional<LocalDate> expiry,
                boolean damaged,
                Optional<Integer> orderLine,
                Optional<UnitPrice> price) {
            this(lot, quantity, container, productionDate, expiry, damaged, orderLine, price, List.of());
        }

        /** Goods in good condition of which the label says no dates that anybody noted. */
        public Line(LotReference lot, Quantity quantity, Optional<Sscc> container) {
            this(
                    lot,
                    quantity,
                    container,
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    Optional.empty());
        }
    }
}
