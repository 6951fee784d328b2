package org.lottrace.api.text;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** Dates and times as ISO 8601 has them. */
final class TimeForms {
    static final List<TextForm<?>> ALL = List.of(
            new TextForm<>(
                    LocalDate.class, "date", "2026-03-01", "year-month-day", LocalDate::toString, LocalDate::parse),
            new TextForm<>(
                    LocalTime.class,
                    "time of day",
                    "14:30",
                    "hours:minutes, with seconds where needed",
                    LocalTime::toString,
                    LocalTime::parse),
            new TextForm<>(
                    LocalDateTime.class,
                    "date and time",
                    "2026-03-01T14:30",
                    "date, T and time of day, without an offset",
                    LocalDateTime::toString,
                    LocalDateTime::parse),
            new TextForm<>(
                    OffsetDateTime.class,
                    "date and time with its offset",
                    "2026-03-01T14:30+01:00",
                    "date, T, time of day and the offset from UTC, which is Z or hours and minutes",
                    OffsetDateTime::toString,
                    OffsetDateTime::parse),
            new TextForm<>(
                    Instant.class,
                    "moment",
                    "2026-03-01T13:30:00Z",
                    "date, T, time of day with seconds, and Z",
                    Instant::toString,
                    Instant::parse),
            new TextForm<>(
                    Duration.class,
                    "duration",
                    "PT4H30M",
                    "PT, then hours H, minutes M and seconds S, each where needed",
                    Duration::toString,
                    Duration::parse),
            new TextForm<>(
                    ZoneId.class,
                    "time zone",
                    "Europe/Berlin",
                    "a name of the IANA time zone database, or an offset",
                    ZoneId::getId,
                    ZoneId::of),
            new TextForm<>(
                    ZoneOffset.class,
                    "offset",
                    "+01:00",
                    "hours and minutes from UTC, or Z",
                    ZoneOffset::getId,
                    ZoneOffset::of));

    private TimeForms() {}
}
