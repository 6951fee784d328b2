package org.lottrace.api.event;

import java.util.Objects;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;

/**
 * A lot gets another disposition, wherever its stock is.
 *
 * @param lot the whole lot
 * @param disposition the new one
 * @param reason why, for people; never blank
 */
public record DispositionChange(LotKey lot, Disposition disposition, String reason) {
    /** @throws IllegalArgumentException if there is no reason */
    public DispositionChange {
        Objects.requireNonNull(lot);
        Objects.requireNonNull(disposition);
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a disposition is changed for a reason; none is given for " + lot);
        }
    }
}
