package org.lottrace.api.movement;

import java.util.List;
import java.util.Objects;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.id.Sscc;

/**
 * Logistic units that were taken out of the larger one in which each of them was. They stay where they are.
 *
 * @param context who, when and where
 * @param units the smaller ones, with all that is in them
 */
public record UnitTakingOut(CaptureContext context, List<Sscc> units) {
    public UnitTakingOut {
        Objects.requireNonNull(context);
        units = List.copyOf(units);
    }
}
