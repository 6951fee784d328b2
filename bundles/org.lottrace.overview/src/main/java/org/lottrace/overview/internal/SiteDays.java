package org.lottrace.overview.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.lottrace.api.overview.TodayFigures.SiteDay;
import org.lottrace.api.overview.store.TodayStore;

/** Which date it is at each own site: the day of {@link org.lottrace.api.lot.SiteCalendar#day}. */
final class SiteDays {
    private SiteDays() {}

    /** @return by code of the site */
    static List<SiteDay> at(Instant moment, TodayStore sites) {
        return sites.zones().stream()
                .map(site -> new SiteDay(site.site(), LocalDate.ofInstant(moment, site.zone())))
                .toList();
    }
}
