package org.lottrace.edi.asn856.internal;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The days on which a partner works, midnight to midnight in its time. Hours within which it is to answer count on these days only.
 *
 * @param working days of the week, one at least
 * @param holidays days on which it does not work all the same
 * @param zone its time
 */
record PartnerCalendar(Set<DayOfWeek> working, Set<LocalDate> holidays, ZoneId zone) {
    /** Hours of a year or more without one of work; nobody agrees on that. */
    private static final int MOST_DAYS = 400;

    /**
     * @param days such as MON; none: every day
     * @param holidays such as 2026-12-25
     * @throws IllegalArgumentException if one of them is none; the message names it
     */
    static PartnerCalendar of(List<String> days, List<String> holidays, String zone) {
        Set<DayOfWeek> working = EnumSet.noneOf(DayOfWeek.class);
        days.forEach(day -> working.add(day(day)));
        Set<LocalDate> free = new HashSet<>();
        for (String day : holidays) {
            try {
                free.add(LocalDate.parse(day));
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("holidays are dates such as 2026-12-25, not \"" + day + "\"");
            }
        }
        try {
            return new PartnerCalendar(
                    working.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : working, free, ZoneId.of(zone));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("zone is a time zone such as America/New_York, not \"" + zone + "\"");
        }
    }

    private static DayOfWeek day(String text) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.getDisplayName(TextStyle.SHORT, Locale.ROOT)
                        .toUpperCase(Locale.ROOT)
                        .equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "working.days are MON TUE WED THU FRI SAT SUN, not \"" + text + "\""));
    }

    /** @return the time since which so many hours of working days have gone by until then */
    Instant before(Instant then, int hours) {
        ZonedDateTime time = then.atZone(zone);
        Duration left = Duration.ofHours(hours);
        for (int day = 0; day < MOST_DAYS && !left.isZero(); day++) {
            ZonedDateTime midnight = time.toLocalDate().atStartOfDay(zone);
            if (midnight.equals(time)) {
                midnight = time.toLocalDate().minusDays(1).atStartOfDay(zone);
            }
            if (isWorking(midnight.toLocalDate())) {
                Duration worked = Duration.between(midnight, time);
                if (worked.compareTo(left) >= 0) {
                    return time.minus(left).toInstant();
                }
                left = left.minus(worked);
            }
            time = midnight;
        }
        return time.toInstant();
    }

    /** @return whether there are days on which it does not work */
    boolean hasFreeDays() {
        return working.size() < DayOfWeek.values().length || !holidays.isEmpty();
    }

    private boolean isWorking(LocalDate day) {
        return working.contains(day.getDayOfWeek()) && !holidays.contains(day);
    }
}
