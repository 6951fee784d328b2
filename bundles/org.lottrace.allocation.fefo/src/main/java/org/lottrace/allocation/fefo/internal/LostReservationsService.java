package org.lottrace.allocation.fefo.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.allocation.AllocationDecision;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.allocation.LostReservations;
import org.lottrace.api.allocation.store.AllocationDecisionStore;
import org.lottrace.api.allocation.store.ReservationStore;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.exceptioncase.CaseOpening;
import org.lottrace.api.operation.WrongQuestionException;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.transaction.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds what was lost among the decisions; each order is planned anew by {@link Mending}. */
@Component(service = LostReservations.class)
public final class LostReservationsService implements LostReservations {
    private static final Logger LOG = LoggerFactory.getLogger(LostReservationsService.class);
    private static final int MOST_ROWS = 2_000;

    private final UnitOfWork unitOfWork;
    private final ReservationStore reservations;
    private final AllocationDecisionStore decisions;
    private final OrderLocking locking;
    private final Allocating allocating;
    private final OrderProgress progress;
    private final Mending mending;
    private final Clock clock;

    @Activate
    public LostReservationsService(
            @Reference UnitOfWork unitOfWork,
            @Reference LedgerStore ledger,
            @Reference ReservationStore reservations,
            @Reference AllocationDecisionStore decisions,
            @Reference CaseOpening cases,
            @Reference AllocationParts parts,
            @Reference Clock clock) {
        this.unitOfWork = unitOfWork;
        this.reservations = reservations;
        this.decisions = decisions;
        this.progress = parts.progress;
        this.locking = parts.locking;
        this.allocating = parts.allocating;
        this.mending =
                new Mending(reservations, decisions, parts.demands, parts.allocation, parts.losses, ledger, cases);
        this.clock = clock;
    }

    @Override
    public List<AllocationDecision> open(Optional<Long> after, int limit) {
        if (limit < 1 || limit > MOST_ROWS) {
            throw new WrongQuestionException("a limit is 1 to " + MOST_ROWS + ", not " + limit);
        }
        long oldest = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant().minus(Duration.ofDays(DAYS_OPEN)));
        return unitOfWork.required(() -> decisions.openLosses(Math.max(oldest, after.orElse(0L)), limit));
    }

    @Override
    public Outcome<List<LineAllocation>> mend(String salesOrder) {
        return mend(new DocumentReference(DocumentType.SALES_ORDER, salesOrder));
    }

    @Override
    public Outcome<List<LineAllocation>> mend(DocumentReference document) {
        return unitOfWork.required(() -> locking.lock(document, allocating::today)
                .<Outcome<List<LineAllocation>>>map(locked -> new Outcome.Done<>(mend(locked)))
                .orElseGet(() -> Allocating.unknown(document)));
    }

    private List<LineAllocation> mend(LockedOrder locked) {
        Optional<List<LineAllocation>> mended = mending.mend(locked);
        mended.ifPresent(lines -> LOG.info(
                "order mended order={} short={}",
                locked.order().number(),
                lines.stream().filter(line -> line.shortBy().isPositive()).count()));
        return mended.orElseGet(() -> progress.of(locked.order(), locked.shipped(), locked.before()));
    }

    @Override
    public List<String> ordersAfter(DocumentType type, String number, int limit) {
        return unitOfWork.required(() -> reservations.ordersAfter(type, number, limit));
    }
}
