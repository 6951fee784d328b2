package org.lottrace.allocation.fefo.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.Position;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.quality.Usability;
import org.lottrace.api.violation.Violation;

/**
 * A lot with what was found about it for one order.
 *
 * @param received when the company first had it; absent also where no term asks
 * @param said what it says in the attribute in which the lots of a line have to agree; absent where no rule wants that
 * @param usability whether it may be used at all
 * @param againstRules what the rules have against it
 */
record JudgedLot(
        Lot lot,
        Optional<LocalDate> received,
        Optional<String> said,
        Usability usability,
        List<Violation> againstRules) {
    List<Violation> reasonsAt(Position position) {
        List<Violation> reasons = new ArrayList<>(usability.at(position).reasons());
        reasons.addAll(againstRules);
        return reasons;
    }
}
