package org.lottrace.persistence.internal.site;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.lot.Location;
import org.lottrace.api.lot.LocationType;

/** A row of {@code site_location}. */
@Embeddable
public record LocationPart(
        @Column(name = "location_code", length = 20) String code,

        @Column(name = "location_type", length = 20) LocationType type) {
    static LocationPart of(Location location) {
        return new LocationPart(location.id().value(), location.type());
    }

    Location toLocation() {
        return new Location(new LocationId(code), type);
    }
}
