package org.lottrace.trace.drawing;

import java.time.LocalDate;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.Lot;

/** What a reader has to know of a lot at first sight; the strongest reason counts. */
public enum LotState {
    /** Affected by a recall, whatever else. */
    RECALLED,
    /** On hold, whether it has expired or not. */
    ON_HOLD,
    /** Its last day is over. */
    EXPIRED,
    /** Nothing speaks against it. */
    SELLABLE,
    /** Nobody said; also a lot that is not registered. */
    UNKNOWN;

    /**
     * @param lot its expiry counts
     * @param disposition what was decided of it
     * @param today the calendar date at the reader's site
     */
    public static LotState of(Lot lot, Disposition disposition, LocalDate today) {
        boolean expired = lot.expiry().map(last -> last.isBefore(today)).orElse(false);
        return switch (disposition) {
            case RECALLED -> RECALLED;
            case ON_HOLD -> ON_HOLD;
            case SELLABLE -> expired ? EXPIRED : SELLABLE;
        };
    }
}
