package org.lottrace.allocation.fefo.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.SoftReservations;
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
import org.lottrace.api.id.ItemNumber;
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
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reserves for a while, and ends what is over under the lock of its items: whoever makes it firm meanwhile has it. */
@Component(service = SoftReservations.class, configurationPid = SoftReservationsService.PID)
@Designate(ocd = SoftReservationsConfig.class)
public final class SoftReservationsService implements SoftReservations {
    static final String PID = "org.lottrace.allocation.fefo.soft";

    private static final Logger LOG = LoggerFactory.getLogger(SoftReservationsService.class);

    private final UnitOfWork unitOfWork;
    private final ReservationStore reservations;
    private final AllocationDecisionStore decisions;
    private final OrderLocking locking;
    private final OrderAllocation allocation;
    private final SoftTaking soft;
    private final Clock clock;
    private final Duration lasts;

    @Activate
    public SoftReservationsService(
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
            @Reference Clock clock,
            SoftReservationsConfig config) {
        if (config.minutes_to_live() < 1) {
            throw new IllegalArgumentException(
                    "a soft reservation lives for a minute or more, not for " + config.minutes_to_live());
        }
        this.unitOfWork = unitOfWork;
        Demands demands = new Demands(orders, production, transfers, items, ledger, reservations);
        this.reservations = reservations;
        this.decisions = decisions;
        DecisionRecord record = new DecisionRecord(clock);
        this.soft = new SoftTaking(demands, reservations, decisions, record, clock);
        this.locking = new OrderLocking(
                demands, sites, parties, items, rules, new SiteOffers(lots, stock, reservations, usability, ages));
        this.allocation = new OrderAllocation(
                new OrderProgress(items, lots, demands, reservations), record, soft, new SubstituteLines(items));
        this.clock = clock;
        this.lasts = Duration.ofMinutes(config.minutes_to_live());
    }

    @Override
    public Outcome<List<LineAllocation>> allocate(String salesOrder) {
        return allocate(new DocumentReference(DocumentType.SALES_ORDER, salesOrder));
    }

    @Override
    public Outcome<List<LineAllocation>> allocate(DocumentReference document) {
        return unitOfWork.required(() -> locking.lock(document, this::today)
                .<Outcome<List<LineAllocation>>>map(order -> new Outcome.Done<>(reserve(order)))
                .orElseGet(() -> Allocating.unknown(document)));
    }

    private List<LineAllocation> reserve(LockedOrder locked) {
        Instant until = clock.instant().plus(lasts).truncatedTo(ChronoUnit.MICROS);
        OrderAllocation.Taking taking =
                allocation.take(locked, locked.before(), LineAllocation::shortBy, Manner.softly(until));
        reservations.save(taking.changed());
        decisions.insert(taking.decided());
        LOG.info("order allocated softly order={} until={}", locked.order().number(), until);
        return taking.served();
    }

    @Override
    public List<Reservation> end(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new WrongQuestionException("a limit is 1 to " + MOST + ", not " + limit);
        }
        return unitOfWork.required(() -> {
            Instant now = clock.instant();
            Set<ItemNumber> items = itemsOf(reservations.endedBy(now, limit));
            if (items.isEmpty()) {
                return List.of();
            }
            reservations.lockItems(items);
            // again: it may be firm by now
            List<Reservation> over = reservations.endedBy(now, limit).stream()
                    .filter(one -> items.contains(one.lot().item()))
                    .toList();
            soft.end(over);
            LOG.info("soft reservations ended number={}", over.size());
            return over;
        });
    }

    private static Set<ItemNumber> itemsOf(List<Reservation> reserved) {
        return reserved.stream().map(one -> one.lot().item()).collect(Collectors.toSet());
    }

    private LocalDate today(Site site) {
        return site.calendar().day(clock.instant());
    }
}
