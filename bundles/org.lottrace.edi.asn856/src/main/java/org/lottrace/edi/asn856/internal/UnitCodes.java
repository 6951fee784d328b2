package org.lottrace.edi.asn856.internal;

import java.util.Optional;
import org.lottrace.api.edi.X12Units;
import org.lottrace.api.quantity.UnitOfMeasure;

/** Units of X12 and of UNECE Recommendation 20, by the one table between them. */
final class UnitCodes {
    private UnitCodes() {}

    /** @return the unit of an X12 code, or empty when it is not in the table */
    static Optional<UnitOfMeasure> fromX12(String code) {
        return X12Units.fromX12(code);
    }

    /** @return the X12 code of a unit, or empty when it is not in the table */
    static Optional<String> toX12(UnitOfMeasure unit) {
        return X12Units.toX12(unit);
    }
}
