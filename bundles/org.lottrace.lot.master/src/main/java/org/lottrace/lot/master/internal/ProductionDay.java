package org.lottrace.lot.master.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.lottrace.api.lot.Site;

/** The day a moment belongs to at a site where a day does not begin at midnight. */
final class ProductionDay {
    private ProductionDay() {}

    /** @return the local date, or the one before when the production day of that date has not begun yet */
    static LocalDate of(Instant moment, Site site) {
        ZonedDateTime local = moment.atZone(site.zone());
        return local.toLocalTime().isBefore(site.productionDayStart())
                ? local.toLocalDate().minusDays(1)
                : local.toLocalDate();
    }
}
