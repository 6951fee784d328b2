package org.lottrace.api.planning.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.lottrace.api.id.SiteId;

/**
 * A day of a site.
 *
 * @param site which site
 * @param day which day
 * @param from its first moment
 * @param until the first moment of the next one
 */
public record SiteHours(SiteId site, LocalDate day, Instant from, Instant until) {
    public SiteHours {
        Objects.requireNonNull(site);
        Objects.requireNonNull(day);
        Objects.requireNonNull(from);
        Objects.requireNonNull(until);
    }
}
