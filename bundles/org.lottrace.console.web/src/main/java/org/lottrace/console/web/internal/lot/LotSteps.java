package org.lottrace.console.web.internal.lot;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.genealogy.CustodyStep;
import org.lottrace.api.genealogy.Genealogy;
import org.lottrace.api.lot.LotKey;

/**
 * A page of what moved a lot.
 *
 * @param shown what was recorded last first
 * @param next the ledger position behind which the next page goes on
 */
record LotSteps(List<CustodyStep> shown, Optional<Long> next) {
    private static final int EVENTS = 50;

    /** @param before the ledger position behind which it goes on */
    static LotSteps newest(LotKey lot, AsOf asOf, Optional<Long> before, Genealogy genealogy) {
        List<CustodyStep> found = genealogy.steps(lot, asOf, before, EVENTS + 1);
        List<Long> events = found.stream().map(CustodyStep::position).distinct().toList();
        if (events.size() <= EVENTS) {
            return new LotSteps(found, Optional.empty());
        }
        long last = events.get(EVENTS - 1);
        return new LotSteps(
                found.stream().filter(step -> step.position() >= last).toList(), Optional.of(last));
    }
}
