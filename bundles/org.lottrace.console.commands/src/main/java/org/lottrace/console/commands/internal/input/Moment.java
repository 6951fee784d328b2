package org.lottrace.console.commands.internal.input;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

/** Times and dates as they are typed: ISO 8601. */
public final class Moment {
    private Moment() {}

    /**
     * @param text local date and time, read in {@code zone}, or with an offset or {@code Z}
     * @throws IllegalArgumentException if it is neither, or does not exist in the zone
     */
    public static Instant parse(String text, ZoneId zone) {
        try {
            TemporalAccessor parsed =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(text, ZonedDateTime::from, LocalDateTime::from);
            return parsed instanceof LocalDateTime local ? inZone(local, zone) : Instant.from(parsed);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "not a time such as 2026-03-01T14:30 or 2026-03-01T14:30+01:00: \"" + text + "\"", e);
        }
    }

    /** @throws IllegalArgumentException if it is no date such as {@code 2026-03-01} */
    public static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a date such as 2026-03-01: \"" + text + "\"", e);
        }
    }

    private static Instant inZone(LocalDateTime local, ZoneId zone) {
        if (zone.getRules().getValidOffsets(local).size() != 1) {
            throw new IllegalArgumentException("at " + local + " the clocks of " + zone
                    + " change, so the time is not one moment; write it with an offset such as " + local + "+01:00");
        }
        return local.atZone(zone).toInstant();
    }
}
