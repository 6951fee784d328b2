package org.lottrace.console.commands.internal.output;

import java.time.Instant;
import java.util.Optional;
import org.lottrace.api.event.Place;
import org.lottrace.api.id.SiteId;

/**
 * When something was that belongs to a site: tables show it in the site's zone. An instant alone is shown in that of the company.
 *
 * @param site absent when it is not known
 */
public record SiteTime(Instant at, Optional<SiteId> site) {
    /** @return a time at that site */
    public static SiteTime of(Instant at, SiteId site) {
        return new SiteTime(at, Optional.of(site));
    }

    /** @return a time of something there; of no site when that is no storage location */
    public static SiteTime of(Instant at, Place place) {
        return new SiteTime(at, siteOf(place));
    }

    /** @return the site of a storage location; empty for any other place */
    public static Optional<SiteId> siteOf(Place place) {
        return place instanceof Place.StorageLocation location ? Optional.of(location.site()) : Optional.empty();
    }
}
