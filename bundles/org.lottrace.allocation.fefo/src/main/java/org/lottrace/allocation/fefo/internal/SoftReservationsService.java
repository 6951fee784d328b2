package org.lottrace.allocation.fefo.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.SoftReservations;
import org.lottrace.api.allocation.store.AllocationDecisionStore;
import org.lottrace.api.allocation.store.ReservationStore;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.operation.WrongQuestionException;
import org.lottrace.api.outcome.Outcome;
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
    private final Allocating allocating;
    private final OrderAllocation allocation;
    private final SoftTaking soft;
    private final Clock clock;
    private final Duration lasts;

    @Activate
    public SoftReservationsService(
            @Reference UnitOfWork unitOfWork,
            @Reference ReservationStore reservations,
            @Reference AllocationDecisionStore decisions,
            @Reference AllocationParts parts,
            @Reference Clock clock,
            SoftReservationsConfig config) {
        if (config.minutes_to_live() < 1) {
            throw new IllegalArgumentException(
                    "a soft reservation lives for a minute or more, not for " + config.minutes_to_live());
        }
        this.unitOfWork = unitOfWork;
        this.reservations = reservations;
        this.decisions = decisions;
        this.locking = parts.locking;
        this.allocation = parts.allocation;
        this.allocating = parts.allocating;
        this.soft = parts.soft;
        this.clock = clock;
        this.lasts = Duration.ofMinutes(config.minutes_to_live());
    }

    @Override
    public Outcome<List<LineAllocation>> allocate(String salesOrder) {
        return allocate(new DocumentReference(DocumentType.SALES_ORDER, salesOrder));
    }

    @Override
    public Outcome<List<LineAllocation>> allocate(DocumentReference document) {
        return unitOfWork.required(() -> locking.lock(document, allocating::today)
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
}
