package org.lottrace.api.quantity;

import java.util.regex.Pattern;
import org.lottrace.api.id.InvalidIdentifierException;

/**
 * A unit as a code of UNECE Recommendation 20, such as {@code KGM} (kilogram), {@code LTR} (litre), {@code C62} (one,
 * piece) or {@code CS} (case). X12 data element 355 codes are translated at the edge.
 *
 * @param code 2 or 3 upper-case letters or digits
 */
public record UnitOfMeasure(String code) {
    private static final Pattern REC_20 = Pattern.compile("[A-Z0-9]{2,3}");

    /** @throws InvalidIdentifierException if {@code code} does not have the form of a Recommendation 20 code */
    public UnitOfMeasure {
        if (!REC_20.matcher(code).matches()) {
            throw new InvalidIdentifierException("unit code (UNECE Rec 20)", code);
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
