package org.lottrace.api.lot;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Objects;
import java.util.Optional;

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

    /**
     * @return the calendar day at the site, or the one before when the production day of that day has not begun yet. When the clocks go back
     *     over the time at which it begins, it begins the first time; when they go forward over it, at that moment
     */
    public LocalDate productionDay(Instant moment) {
        LocalDate day = day(moment);
        return moment.isBefore(beginOf(day)) ? day.minusDays(1) : day;
    }

    private Instant beginOf(LocalDate productionDay) {
        LocalDateTime begin = productionDay.atTime(productionDayStart);
        return Optional.ofNullable(zone.getRules().getTransition(begin))
                .filter(ZoneOffsetTransition::isGap)
                .map(ZoneOffsetTransition::getInstant)
                .orElseGet(() -> begin.atZone(zone).toInstant());
    }
}
