package org.lottrace.api.quality;

import java.util.Objects;
import org.lottrace.api.event.EventId;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;

/**
 * The disposition a lot has now.
 *
 * @param lot which lot
 * @param disposition the disposition
 * @param reason why, for people
 * @param event the event that gave it
 */
public record LotDisposition(LotKey lot, Disposition disposition, String reason, EventId event) {
    public LotDisposition {
        Objects.requireNonNull(lot);
        Objects.requireNonNull(disposition);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(event);
    }
}
