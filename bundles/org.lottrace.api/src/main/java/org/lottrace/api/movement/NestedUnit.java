package org.lottrace.api.movement;

import java.util.Objects;
import org.lottrace.api.id.Sscc;

/**
 * A logistic unit within another one: a carton on a pallet. Source: EPCIS 2.0, AggregationEvent.
 *
 * @param unit the smaller one
 * @param in the one in which it is
 */
public record NestedUnit(Sscc unit, Sscc in) {
    /** @throws IllegalArgumentException if it is to be in itself */
    public NestedUnit {
        Objects.requireNonNull(unit);
        if (unit.equals(in)) {
            throw new IllegalArgumentException("logistic unit " + unit + " cannot be in itself");
        }
    }

    /** @return as it is recorded: both SSCCs with a blank between */
    @Override
    public String toString() {
        return unit + " " + in;
    }

    /** @return what {@link #toString} wrote */
    public static NestedUnit parse(String text) {
        String[] units = text.split(" ", 2);
        return new NestedUnit(new Sscc(units[0]), new Sscc(units[1]));
    }
}
