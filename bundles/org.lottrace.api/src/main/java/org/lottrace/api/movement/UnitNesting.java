package org.lottrace.api.movement;

import java.util.List;
import java.util.Objects;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.id.Sscc;

/**
 * Logistic units that were put into, or onto, a larger one.
 *
 * @param context who, when and where
 * @param units the smaller ones, with all that is in them
 * @param into the larger one; it may be new
 */
public record UnitNesting(CaptureContext context, List<Sscc> units, Sscc into) {
    public UnitNesting {
        Objects.requireNonNull(context);
        units = List.copyOf(units);
        Objects.requireNonNull(into);
    }
}
