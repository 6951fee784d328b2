package org.lottrace.api.movement;

import java.util.List;
import java.util.Objects;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.id.Sscc;

/**
 * Logistic units that were moved with all that is in them. One that was in a larger unit, which stayed, is not in it any more.
 *
 * @param context who, when and where they were taken
 * @param units which
 * @param toSite where they are now; the site of the event unless they went to another
 * @param toLocation where they are now
 */
public record UnitMove(CaptureContext context, List<Sscc> units, SiteId toSite, LocationId toLocation) {
    public UnitMove {
        Objects.requireNonNull(context);
        units = List.copyOf(units);
        Objects.requireNonNull(toSite);
        Objects.requireNonNull(toLocation);
    }
}
