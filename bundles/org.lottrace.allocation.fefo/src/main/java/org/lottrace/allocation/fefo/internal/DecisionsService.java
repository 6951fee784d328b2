package org.lottrace.allocation.fefo.internal;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.allocation.AllocationDecision;
import org.lottrace.api.allocation.AllocationDecisions;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.allocation.OtherLot;
import org.lottrace.api.allocation.store.AllocationDecisionStore;
import org.lottrace.api.allocation.store.ReservationStore;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.WrongQuestionException;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.transaction.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows what was decided, and reserves against the rules where somebody says why. */
@Component(service = AllocationDecisions.class)
public final class DecisionsService implements AllocationDecisions {
    private static final Logger LOG = LoggerFactory.getLogger(DecisionsService.class);
    private static final int MOST_ROWS = 2_000;

    private final UnitOfWork unitOfWork;
    private final AllocationDecisionStore decisions;
    private final OrderLocking locking;
    private final Allocating allocating;
    private final OtherLotChoice choice;

    @Activate
    public DecisionsService(
            @Reference UnitOfWork unitOfWork,
            @Reference ReservationStore reservations,
            @Reference AllocationDecisionStore decisions,
            @Reference AllocationParts parts) {
        this.unitOfWork = unitOfWork;
        this.decisions = decisions;
        this.locking = parts.locking;
        this.choice = new OtherLotChoice(parts.progress, reservations, decisions, parts.record);
        this.allocating = parts.allocating;
    }

    @Override
    public List<AllocationDecision> ofOrder(String salesOrder, Optional<Long> before, int limit) {
        return ofOrder(new DocumentReference(DocumentType.SALES_ORDER, salesOrder), before, limit);
    }

    @Override
    public List<AllocationDecision> ofOrder(DocumentReference document, Optional<Long> before, int limit) {
        requireLimit(limit);
        return unitOfWork.required(() -> decisions.ofOrder(document, before, limit));
    }

    @Override
    public List<AllocationDecision> deviations(Optional<Long> before, int limit) {
        requireLimit(limit);
        return unitOfWork.required(() -> decisions.deviations(before, limit));
    }

    @Override
    public Outcome<LineAllocation> takeOther(Caller caller, OtherLot wanted) {
        return unitOfWork.required(() -> {
            DocumentReference document = wanted.orderLine().order();
            Outcome<LineAllocation> outcome = locking.lock(document, allocating::today)
                    .map(order -> choice.take(caller, order, wanted))
                    .orElseGet(() -> new Outcome.Refused<>(List.of(Allocating.unknown(document, "orderLine"))));
            LOG.info(
                    "other lot wanted order={} lot={} by={} problems={}",
                    wanted.orderLine(),
                    wanted.lot(),
                    caller.name(),
                    outcome.violations().size());
            return outcome;
        });
    }

    private static void requireLimit(int limit) {
        if (limit < 1 || limit > MOST_ROWS) {
            throw new WrongQuestionException("a limit is 1 to " + MOST_ROWS + ", not " + limit);
        }
    }
}
