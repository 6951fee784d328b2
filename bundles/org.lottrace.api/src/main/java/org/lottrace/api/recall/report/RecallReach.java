package org.lottrace.api.recall.report;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.cost.RecallCostDraft.OverRecall;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.RecallMode;

/**
 * How far a recall reaches.
 *
 * @param recallCase which case
 * @param mode a recall, or an exercise
 * @param decidedAt when it was decided, exact to the microsecond
 * @param reach the affected lots beside all lots of their products; absent when none of them ever had a cost
 */
public record RecallReach(RecallCaseId recallCase, RecallMode mode, Instant decidedAt, Optional<OverRecall> reach) {
    /** Of a page: each case is traced for it. */
    public static final int MOST = 20;

    public RecallReach {
        Objects.requireNonNull(recallCase);
        Objects.requireNonNull(mode);
        decidedAt = decidedAt.truncatedTo(ChronoUnit.MICROS);
        Objects.requireNonNull(reach);
    }
}
