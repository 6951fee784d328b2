package org.lottrace.api.genealogy;

import java.util.Objects;
import org.lottrace.api.lot.LotKey;

/**
 * A lot that a trace reached.
 *
 * @param lot which lot
 * @param level shortest number of edges from the lot the trace began with; 0 for that lot itself
 */
public record TracedLot(LotKey lot, int level) {
    public TracedLot {
        Objects.requireNonNull(lot);
    }
}
