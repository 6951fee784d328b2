package org.lottrace.api.event;

import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotKey;

/**
 * Which events are wanted: those for which everything that is said here is true.
 *
 * @param type of that type
 * @param site that happened at that site
 * @param lot that name that lot
 */
public record EventFilter(Optional<EventType> type, Optional<SiteId> site, Optional<LotKey> lot) {
    /** All events. */
    public static final EventFilter NONE = new EventFilter(Optional.empty(), Optional.empty(), Optional.empty());

    public EventFilter {
        Objects.requireNonNull(type);
        Objects.requireNonNull(site);
        Objects.requireNonNull(lot);
    }
}
