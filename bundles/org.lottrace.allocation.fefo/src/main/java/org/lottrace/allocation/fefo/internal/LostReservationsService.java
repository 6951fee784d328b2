package org.lottrace.allocation.fefo.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.allocation.AllocationDecision;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.allocation.LostReservations;
import org.lottrace.api.allocation.store.AllocationDecisionStore;
import org.lottrace.api.allocation.store.AllocationRuleStore;
import org.lottrace.api.allocation.store.LotAgeStore;
import org.lottrace.api.allocation.store.ReservationStore;
import org.lottrace.api.allocation.store.SalesOrderStore;
import org.lottrace.api.allocation.store.TransferOrderStore;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.StockOnHand;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.exceptioncase.CaseOpening;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.movement.store.ProductionOrderStore;
import org.lottrace.api.operation.WrongQuestionException;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.quality.LotUsability;
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
    private final OrderProgress progress;
    private final Mending mending;
    private final Clock clock;

    @Activate
    public LostReservationsService(
            @Reference UnitOfWork unitOfWork,
            @Reference SalesOrderStore orders,
            @Reference ProductionOrderStore production,
            @Reference TransferOrderStore transfers,
            @Reference SiteStore sites,
            @Reference PartyStore parties,
            @Reference ItemStore items,
            @Reference LotStore lots,
            @Reference StockOnHand stock,
            @Reference LedgerStore ledger,
            @Reference ReservationStore reservations,
            @Reference AllocationRuleStore rules,
            @Reference LotAgeStore ages,
            @Reference AllocationDecisionStore decisions,
            @Reference LotUsability usability,
            @Reference CaseOpening cases,
            @Reference Clock clock) {
        this.unitOfWork = unitOfWork;
        Demands demands = new Demands(orders, production, transfers, items, ledger, reservations);
        this.reservations = reservations;
        this.decisions = decisions;
        this.progress = new OrderProgress(items, lots, demands, reservations);
        this.locking = new OrderLocking(
                demands, sites, parties, items, rules, new SiteOffers(lots, stock, reservations, usability, ages));
        DecisionRecord record = new DecisionRecord(clock);
        this.mending = new Mending(
                reservations,
                decisions,
                demands,
                new OrderAllocation(
                        progress,
                        record,
                        new SoftTaking(demands, reservations, decisions, record, clock),
                        new SubstituteLines(items)),
                new Losses(decisions, record, clock),
                ledger,
                cases);
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
        return unitOfWork.required(() -> locking.lock(document, this::today)
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

    private LocalDate today(Site site) {
        return site.calendar().day(clock.instant());
    }
}
