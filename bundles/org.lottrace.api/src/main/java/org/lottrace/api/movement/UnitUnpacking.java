package org.lottrace.api.movement;

import java.util.Objects;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.id.Sscc;

/**
 * A logistic unit that was emptied: its goods lie loose where it is, and the units that were in it stand by themselves.
 *
 * @param context who, when and where
 * @param unit which
 */
public record UnitUnpacking(CaptureContext context, Sscc unit) {
    public UnitUnpacking {
        Objects.requireNonNull(context);
        Objects.requireNonNull(unit);
    }
}
