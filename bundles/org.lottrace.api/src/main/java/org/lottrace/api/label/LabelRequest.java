package org.lottrace.api.label;

import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.quantity.Quantity;

/**
 * A label that is wanted.
 *
 * @param kind what it is stuck on; says which template is used
 * @param format as what it is given
 * @param lot of the goods; has to be the only one that is called so
 * @param supplierNumber true: with the lot number of the supplier, as it was written there, instead of ours
 * @param unit the logistic unit, for a pallet
 * @param count trade items in the logistic unit, for a pallet
 * @param weight net weight in kilograms (KGM), for a case or pallet whose weight varies
 * @param serial serial number of the one piece, AI (21): 1 to 20 characters of GS1's set 82; not for a pallet
 */
public record LabelRequest(
        LabelKind kind,
        LabelFormat format,
        LotReference lot,
        boolean supplierNumber,
        Optional<Sscc> unit,
        Optional<Integer> count,
        Optional<Quantity> weight,
        Optional<String> serial) {
    public LabelRequest {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(format);
        Objects.requireNonNull(lot);
        Objects.requireNonNull(unit);
        Objects.requireNonNull(count);
        Objects.requireNonNull(weight);
        Objects.requireNonNull(serial);
    }

    /** A label that names no single piece. */
    public LabelRequest(
            LabelKind kind,
            LabelFormat format,
            LotReference lot,
            boolean supplierNumber,
            Optional<Sscc> unit,
            Optional<Integer> count,
            Optional<Quantity> weight) {
        this(kind, format, lot, supplierNumber, unit, count, weight, Optional.empty());
    }
}
