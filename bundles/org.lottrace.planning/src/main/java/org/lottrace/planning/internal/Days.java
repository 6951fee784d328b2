package org.lottrace.planning.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.overview.TodayFigures.SiteDay;
import org.lottrace.api.overview.store.TodayStore;
import org.lottrace.api.overview.store.TodayStore.SiteZone;
import org.lottrace.api.planning.store.SiteHours;

/** The days of own sites: the day of {@link org.lottrace.api.lot.SiteCalendar#day}. */
final class Days {
    private Days() {}

    /** @return each day of each site from the first to the last one */
    static List<SiteHours> of(TodayStore sites, Optional<SiteId> site, LocalDate from, LocalDate to) {
        return zones(sites, site)
                .flatMap(zone -> from.datesUntil(to.plusDays(1))
                        .map(day -> new SiteHours(
                                zone.site(),
                                day,
                                day.atStartOfDay(zone.zone()).toInstant(),
                                day.plusDays(1).atStartOfDay(zone.zone()).toInstant())))
                .toList();
    }

    /** @return today at each site */
    static List<SiteDay> today(TodayStore sites, Optional<SiteId> site, Instant now) {
        return zones(sites, site)
                .map(zone -> new SiteDay(zone.site(), LocalDate.ofInstant(now, zone.zone())))
                .toList();
    }

    private static Stream<SiteZone> zones(TodayStore sites, Optional<SiteId> site) {
        return sites.zones().stream()
                .filter(zone -> site.filter(only -> !only.equals(zone.site())).isEmpty());
    }
}
