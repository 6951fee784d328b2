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
    /** @throws IllegalArgumentException if it is called like the road to the site, {@link LocationId#IN_TRANSIT} */
    public Location {
        Objects.requireNonNull(id);
        Objects.requireNonNull(type);
        if (id.equals(LocationId.IN_TRANSIT)) {
            throw new IllegalArgumentException(
                    id + " means the road to the site and cannot be a location: give the location another code");
        }
    }
}
