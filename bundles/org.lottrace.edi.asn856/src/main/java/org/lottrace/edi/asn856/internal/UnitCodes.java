package org.lottrace.edi.asn856.internal;

import java.util.Optional;
import java.util.Set;
import org.lottrace.api.edi.X12Units;
import org.lottrace.api.quantity.UnitOfMeasure;

/** Units of X12, of EDIFACT and of UNECE Recommendation 20, by the one table between them. */
final class UnitCodes {
    /** A piece as EDIFACT writes it. */
    static final String PIECE = "PCE";

    private static final Set<String> PIECES = Set.of(PIECE, "EA", "H87");

    private UnitCodes() {}

    /** @return the unit of an X12 code, or empty when it is not in the table */
    static Optional<UnitOfMeasure> fromX12(String code) {
        return X12Units.fromX12(code);
    }

    /**
     * EDIFACT writes the codes of the Recommendation; {@code PCE}, {@code EA} and {@code H87} are pieces. Without a code a quantity is a
     * number of the trade items that LIN names (EANCOM).
     *
     * @return the unit of an EDIFACT code, or empty when it is not in the table
     */
    static Optional<UnitOfMeasure> fromEdifact(String code) {
        return code.isEmpty() || PIECES.contains(code) ? fromX12("EA") : X12Units.fromRecommendation20(code);
    }

    /** @return the EDIFACT code of a unit */
    static String toEdifact(UnitOfMeasure unit) {
        return unit.code().equals("C62") ? PIECE : unit.code();
    }

    /** @return the X12 code of a unit, or empty when it is not in the table */
    static Optional<String> toX12(UnitOfMeasure unit) {
        return X12Units.toX12(unit);
    }
}
