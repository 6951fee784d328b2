package org.lottrace.api.lot;

import java.util.Objects;
import org.lottrace.api.id.LocationId;

/**
 * A storage location of a site.
 *
 * @param id its code, unique within the site
 * @param type what it is for
 */
public record Location(LocationId id, LocationType type) {
    public Location {
        Objects.requireNonNull(id);
        Objects.requireNonNull(type);
    }
}
