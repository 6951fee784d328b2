package org.lottrace.soap.erp.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.xml.datatype.XMLGregorianCalendar;
import org.lottrace.api.genealogy.AsOf;

/** Which events an answer takes into account, as {@code ledgerPosition}, {@code knownAt} and {@code happenedBy} of a request say. */
final class Past {
    private Past() {}

    /** @param position null when it is absent, as the others; what is wrong with them is noted in {@code reading} */
    static AsOf asOf(Reading reading, Long position, XMLGregorianCalendar knownAt, XMLGregorianCalendar happenedBy) {
        return new AsOf(
                Optional.ofNullable(position),
                instant(reading, "knownAt", knownAt),
                instant(reading, "happenedBy", happenedBy));
    }

    private static Optional<Instant> instant(Reading reading, String field, XMLGregorianCalendar sent) {
        return reading.optional(field, sent, ValueMapper::timestamp).map(OffsetDateTime::toInstant);
    }
}
