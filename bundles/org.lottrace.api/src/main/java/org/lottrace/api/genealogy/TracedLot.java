package org.lottrace.api.genealogy;

import java.util.List;
import java.util.Objects;
import org.lottrace.api.lot.LotKey;

/**
 * A lot that a trace reached.
 *
 * @param lot which lot
 * @param level shortest number of edges from a seed; 0 for a seed itself
 * @param suspect how much suspect goods it contains, once for each unit of the seeds it contains; empty unless it was
 *     asked for
 */
public record TracedLot(LotKey lot, int level, List<SuspectContent> suspect) {
    public TracedLot {
        Objects.requireNonNull(lot);
        suspect = List.copyOf(suspect);
    }

    /** A lot without suspect quantities. */
    public TracedLot(LotKey lot, int level) {
        this(lot, level, List.of());
    }
}
