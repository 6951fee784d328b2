package org.lottrace.api.lot;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Objects;

/**
 * The one type that says to which day of a site a moment belongs: accounting date, expiry check, lot number, production date
 * and expiry all ask it, so they agree.
 *
 * @param zone the time zone of the site
 * @param productionDayStart local time at which a production day begins
 */
public record SiteCalendar(ZoneId zone, LocalTime productionDayStart) {
    public SiteCalendar {
        Objects.requireNonNull(zone);
        Objects.requireNonNull(productionDayStart);
    }

    /** @return how far the clocks of the site were from UTC at that moment */
    public ZoneOffset offset(Instant moment) {
        return zone.getRules().getOffset(moment);
    }

    /** @return the calendar day at the site */
    public LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    /** @return the calendar day at the site, or the one before when the production day of that day has not begun yet */
    public LocalDate productionDay(Instant moment) {
        ZonedDateTime local = moment.atZone(zone);
        return local.toLocalTime().isBefore(productionDayStart)
                ? local.toLocalDate().minusDays(1)
                : local.toLocalDate();
    }
}
