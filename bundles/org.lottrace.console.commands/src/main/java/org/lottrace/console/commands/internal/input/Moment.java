package org.lottrace.console.commands.internal.input;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

/** Times as they are typed: ISO 8601, and without an offset where the zone is known. */
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

    private static Instant inZone(LocalDateTime local, ZoneId zone) {
        if (zone.getRules().getValidOffsets(local).size() != 1) {
            throw new IllegalArgumentException("at " + local + " the clocks of " + zone
                    + " change, so the time is not one moment; write it with an offset such as " + local + "+01:00");
        }
        return local.atZone(zone).toInstant();
    }
}
