package org.lottrace.allocation.fefo.internal;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.allocation.AllocationDecision;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.store.AllocationDecisionStore;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.violation.Violation;

/** What orders lost without asking, kept among their decisions. A loss is open until something is decided for its line later. */
final class Losses {
    static final String SOFT_LOST = "SOFT_LOST";

    /** As many decisions of an order are looked at. */
    private static final int MOST_DECISIONS = 1_000;

    private final AllocationDecisionStore decisions;
    private final DecisionRecord record;
    private final Clock clock;

    Losses(AllocationDecisionStore decisions, DecisionRecord record, Clock clock) {
        this.decisions = decisions;
        this.record = record;
        this.clock = clock;
    }

    /** @param because continues "were reserved and are not any more, because" */
    void keep(Collection<Reservation> lost, String because) {
        decisions.insert(lost.stream().map(one -> of(one, because)).toList());
    }

    AllocationDecision of(Reservation lost, String because) {
        return record.lost(
                lost,
                clock.instant().atZone(ZoneOffset.UTC).toLocalDate(),
                new Violation(
                        lost.isSoft() ? SOFT_LOST : AllocationDecision.RESERVATION_LOST,
                        "position",
                        lost.quantity() + " of lot " + lost.lot() + " at " + lost.position()
                                + " were reserved and are not any more, because " + because));
    }

    /** @return the open losses of an order, by line, the newest first */
    Map<OrderLineReference, List<AllocationDecision>> openOf(DocumentReference order) {
        Map<OrderLineReference, List<AllocationDecision>> open = new LinkedHashMap<>();
        Set<OrderLineReference> decided = new HashSet<>();
        for (AllocationDecision one : decisions.ofOrder(order, Optional.empty(), MOST_DECISIONS)) {
            if (!one.isLoss()) {
                decided.add(one.orderLine());
            } else if (!decided.contains(one.orderLine())) {
                open.computeIfAbsent(one.orderLine(), none -> new ArrayList<>()).add(one);
            }
        }
        return open;
    }

    /** Nothing is to be done about it any more. */
    void settle(AllocationDecision loss) {
        decisions.insert(List.of(record.settled(loss)));
    }
}
