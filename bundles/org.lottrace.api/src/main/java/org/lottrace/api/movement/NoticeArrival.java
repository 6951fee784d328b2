package org.lottrace.api.movement;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.partner.ShipNoticeId;

/**
 * When a ship notice came, and by when it should have. What replaces a notice changes neither.
 *
 * @param notice which ship notice
 * @param arrived when it was accepted first, to the microsecond
 * @param due until when it was to be here, as agreed with the supplier; absent when nothing was agreed
 * @param told whether somebody has been told that it was late or came after its goods; also when nobody needs to be, because it was
 *     cancelled or closed before anything came
 */
public record NoticeArrival(ShipNoticeId notice, Instant arrived, Optional<Instant> due, boolean told) {
    public NoticeArrival {
        Objects.requireNonNull(notice);
        arrived = arrived.truncatedTo(ChronoUnit.MICROS);
        due = due.map(until -> until.truncatedTo(ChronoUnit.MICROS));
    }

    /** @return true when it came after the agreed time */
    public boolean isLate() {
        return due.filter(arrived::isAfter).isPresent();
    }
}
