package org.lottrace.edi.warehouse.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.lottrace.api.thirdparty.KeptDocument;

/**
 * When a report was so: at its date and time in the zone of the warehouse. Of one that says no time it is the end of that day, or now when
 * that day is not over; when it comes again the same as before.
 */
final class ReportTime {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");
    private static final LocalTime LAST = LocalTime.of(23, 59);

    private ReportTime() {}

    /** @return empty when the date or the time is none */
    static Optional<Instant> of(ReadReport report, ZoneId zone, Instant now, Optional<KeptDocument> known) {
        try {
            LocalDate day = LocalDate.parse(report.date, DateTimeFormatter.BASIC_ISO_DATE);
            if (!report.time.isEmpty()) {
                return Optional.of(day.atTime(LocalTime.parse(report.time.substring(0, 4), TIME))
                        .atZone(zone)
                        .toInstant());
            }
            return Optional.of(known.map(kept -> kept.document().at())
                    .filter(at -> LocalDate.ofInstant(at, zone).equals(day))
                    .orElseGet(() -> LocalDate.ofInstant(now, zone).equals(day)
                            ? now
                            : day.atTime(LAST).atZone(zone).toInstant()));
        } catch (DateTimeException | StringIndexOutOfBoundsException isNone) {
            return Optional.empty();
        }
    }
}
