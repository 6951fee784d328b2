package org.lottrace.notice.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.lottrace.api.lot.Site;

/** Times as the clocks of a site show them, with the name of their zone. */
record SiteTime(ZoneId zone) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm zzz", Locale.ENGLISH);

    /** @return the time of that site, UTC when there is none */
    static SiteTime of(Optional<Site> site) {
        return new SiteTime(site.map(Site::zone).orElse(ZoneOffset.UTC));
    }

    String text(Instant instant) {
        return TIME.format(instant.atZone(zone));
    }

    String text(Optional<Instant> instant) {
        return instant.map(this::text).orElse("");
    }

    /** @return such as {@code 2 h 5 min} */
    static String span(Instant from, Instant to) {
        Duration span = Duration.between(from, to);
        return span.toDays() > 1
                ? span.toDays() + " days " + span.toHoursPart() + " h"
                : span.toHours() > 0
                        ? span.toHours() + " h " + span.toMinutesPart() + " min"
                        : span.toMinutes() + " min";
    }
}
