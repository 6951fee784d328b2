package org.lottrace.api.partner;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.id.Gtin;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.quantity.Quantity;

/**
 * A quantity of one lot in one logistic unit: the leaf of a ship notice. Lot and dates are those of this content line,
 * never those of the pallet above it.
 *
 * @param purchaseOrder number of the receiver's order (X12 PRF01)
 * @param lineNumber line of that order as the sender wrote it (X12 LIN01); empty when not given
 * @param gtin the trade item, when given
 * @param receiverItem the receiver's item number (X12 BP, IN); empty when not given
 * @param senderItem the sender's item number (X12 VN); empty when not given
 * @param lotNumber the lot exactly as the sender wrote it (X12 LT); empty when not given
 * @param productionDate calendar date of production (X12 DTM 094), when given
 * @param expiry calendar date of expiry (X12 DTM 036), when given
 * @param quantity how much, in the sender's unit
 * @param tare the pallet around the pack, when there is one (X12 HL T, MAN GM)
 * @param pack the logistic unit that holds it (X12 HL P, MAN GM), when given
 * @param keyData what else is said of the lot and of these goods, such as origin, weight and statements ({@link NoticeKeyData})
 */
public record ShipNoticeLine(
        String purchaseOrder,
        String lineNumber,
        Optional<Gtin> gtin,
        String receiverItem,
        String senderItem,
        String lotNumber,
        Optional<LocalDate> productionDate,
        Optional<LocalDate> expiry,
        Quantity quantity,
        Optional<Sscc> tare,
        Optional<Sscc> pack,
        List<KeyDatum> keyData) {
    public ShipNoticeLine {
        Objects.requireNonNull(purchaseOrder);
        Objects.requireNonNull(lineNumber);
        Objects.requireNonNull(gtin);
        Objects.requireNonNull(receiverItem);
        Objects.requireNonNull(senderItem);
        Objects.requireNonNull(lotNumber);
        Objects.requireNonNull(productionDate);
        Objects.requireNonNull(expiry);
        Objects.requireNonNull(quantity);
        Objects.requireNonNull(tare);
        Objects.requireNonNull(pack);
        keyData = List.copyOf(keyData);
    }

    /** Goods of which there is no more to say. */
    public ShipNoticeLine(
            String purchaseOrder,
            String lineNumber,
            Optional<Gtin> gtin,
            String receiverItem,
            String senderItem,
            String lotNumber,
            Optional<LocalDate> productionDate,
            Optional<LocalDate> expiry,
            Quantity quantity,
            Optional<Sscc> tare,
            Optional<Sscc> pack) {
        this(
                purchaseOrder,
                lineNumber,
                gtin,
                receiverItem,
                senderItem,
                lotNumber,
                productionDate,
                expiry,
                quantity,
                tare,
                pack,
                List.of());
    }

    /** @return the same of which that is said, and nothing else beside its fields */
    public ShipNoticeLine saying(List<KeyDatum> said) {
        return new ShipNoticeLine(
                purchaseOrder,
                lineNumber,
                gtin,
                receiverItem,
                senderItem,
                lotNumber,
                productionDate,
                expiry,
                quantity,
                tare,
                pack,
                said);
    }
}
