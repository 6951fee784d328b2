package org.lottrace.allocation.fefo.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.allocation.AllocationDecision;
import org.lottrace.api.allocation.AllocationDecisions;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.allocation.OtherLot;
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
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.movement.store.ProductionOrderStore;
import org.lottrace.api.operation.Caller;
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

/** Shows what was decided, and reserves against the rules where somebody says why. */
@Component(service = AllocationDecisions.class)
public final class DecisionsService implements AllocationDecisions {
    private static final Logger LOG = LoggerFactory.getLogger(DecisionsService.class);
    private static final int MOST_ROWS = 2_000;

    private final UnitOfWork unitOfWork;
    private final AllocationDecisionStore decisions;
    private final OrderLocking locking;
    private final OtherLotChoice choice;
    private final Clock clock;

    @Activate
    public DecisionsService(
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
            @Reference Clock clock) {
        this.unitOfWork = unitOfWork;
        Demands demands = new Demands(orders, production, transfers, items, ledger, reservations);
        this.decisions = decisions;
        this.locking = new OrderLocking(
                demands, sites, parties, items, rules, new SiteOffers(lots, stock, reservations, usability, ages));
        this.choice = new OtherLotChoice(
                new OrderProgress(items, lots, demands, reservations),
                reservations,
                decisions,
                new DecisionRecord(clock));
        this.clock = clock;
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
            Outcome<LineAllocation> outcome = locking.lock(document, this::today)
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

    private LocalDate today(Site site) {
        return site.calendar().day(clock.instant());
    }

    private static void requireLimit(int limit) {
        if (limit < 1 || limit > MOST_ROWS) {
            throw new WrongQuestionException("a limit is 1 to " + MOST_ROWS + ", not " + limit);
        }
    }
}
