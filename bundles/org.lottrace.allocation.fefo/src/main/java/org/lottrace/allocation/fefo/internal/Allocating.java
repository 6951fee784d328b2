package org.lottrace.allocation.fefo.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.store.AllocationDecisionStore;
import org.lottrace.api.allocation.store.ReservationStore;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Site;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.transaction.StaleWriteException;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reserves for one document, whatever it is; the choice is {@link LotChoice}'s. */
final class Allocating {
    private static final Logger LOG = LoggerFactory.getLogger(Allocating.class);

    private final UnitOfWork unitOfWork;
    private final Demands demands;
    private final ReservationStore reservations;
    private final AllocationDecisionStore decisions;
    private final OrderProgress progress;
    private final OrderLocking locking;
    private final OrderAllocation allocation;
    private final Clock clock;

    Allocating(
            UnitOfWork unitOfWork,
            Demands demands,
            ReservationStore reservations,
            AllocationDecisionStore decisions,
            OrderProgress progress,
            OrderLocking locking,
            OrderAllocation allocation,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.demands = demands;
        this.reservations = reservations;
        this.decisions = decisions;
        this.progress = progress;
        this.locking = locking;
        this.allocation = allocation;
        this.clock = clock;
    }

    Outcome<List<LineAllocation>> allocate(DocumentReference document) {
        return allocate(document, this::today);
    }

    Outcome<List<LineAllocation>> allocate(DocumentReference document, Function<Site, LocalDate> day) {
        return unitOfWork.required(() -> locking.lock(document, day)
                .<Outcome<List<LineAllocation>>>map(
                        order -> new Outcome.Done<>(reserve(order, order.before(), Manner.FIRMLY)))
                .orElseGet(() -> unknown(document)));
    }

    Outcome<List<LineAllocation>> replan(DocumentReference document) {
        return unitOfWork.required(() -> locking.lock(document, this::today)
                .<Outcome<List<LineAllocation>>>map(order -> new Outcome.Done<>(replan(order)))
                .orElseGet(() -> unknown(document)));
    }

    private List<LineAllocation> replan(LockedOrder locked) {
        Set<Reservation> lost = Lapsed.of(
                        locked, Overruled.of(decisions, locked.order().reference()))
                .keySet();
        locked.stock().giveBack(lost);
        reservations.remove(List.copyOf(lost));
        LOG.info("order replanned order={} lost={}", locked.order().reference(), lost.size());
        return reserve(
                locked,
                locked.before().stream().filter(one -> !lost.contains(one)).toList(),
                Manner.asBefore(locked.before()));
    }

    Outcome<List<LineAllocation>> show(DocumentReference document) {
        return unitOfWork.required(() -> demands.find(document)
                .<Outcome<List<LineAllocation>>>map(order -> new Outcome.Done<>(progress.of(order)))
                .orElseGet(() -> unknown(document)));
    }

    List<Reservation> cancel(DocumentReference document) {
        return unitOfWork.required(() -> {
            Set<ItemNumber> items = itemsOf(reservations.ofOrder(document));
            reservations.lockItems(items);
            List<Reservation> cancelled = reservations.ofOrder(document);
            StaleWriteException.requireLocked(items, itemsOf(cancelled));
            reservations.remove(cancelled);
            LOG.info("allocation cancelled order={} reservations={}", document, cancelled.size());
            return cancelled;
        });
    }

    private List<LineAllocation> reserve(LockedOrder locked, List<Reservation> before, Manner manner) {
        OrderAllocation.Taking taking = allocation.take(locked, before, LineAllocation::shortBy, manner);
        write(locked, taking);
        LOG.info(
                "order allocated order={} lines={} short={} substituted={}",
                locked.order().reference(),
                taking.served().size(),
                taking.served().stream()
                        .filter(line -> line.shortBy().isPositive())
                        .count(),
                taking.isSubstituted(locked));
        return taking.served();
    }

    void write(LockedOrder locked, OrderAllocation.Taking taking) {
        taking.substituted(locked).ifPresent(demands::save);
        reservations.save(taking.changed());
        // last, because it asks nothing: both are written together
        decisions.insert(taking.decided());
    }

    LocalDate today(Site site) {
        return site.calendar().day(clock.instant());
    }

    private static Set<ItemNumber> itemsOf(List<Reservation> reserved) {
        return reserved.stream().map(reservation -> reservation.lot().item()).collect(Collectors.toSet());
    }

    /** How each document that may want something is called, and where it is named. */
    private static final Map<DocumentType, String> NAMED = Map.of(
            DocumentType.SALES_ORDER, "salesOrder",
            DocumentType.PRODUCTION_ORDER, "productionOrder",
            DocumentType.TRANSFER_ORDER, "transferOrder");

    static <T> Outcome<T> unknown(DocumentReference document) {
        return new Outcome.Refused<>(List.of(unknown(document, NAMED.getOrDefault(document.type(), "orderLine"))));
    }

    static Violation unknown(DocumentReference document, String field) {
        return unknown(document, ViolationPath.of(field));
    }

    static Violation unknown(DocumentReference document, ViolationPath field) {
        return new Violation(
                "ORDER_UNKNOWN", field, said(document) + " is not known; send it from the ERP system first");
    }

    static String said(DocumentReference document) {
        return NAMED.containsKey(document.type())
                ? kind(document.type()) + " " + document.number()
                : document.toString();
    }

    static String kind(DocumentType type) {
        return switch (type) {
            case SALES_ORDER -> "sales order";
            case TRANSFER_ORDER -> "transfer order";
            default -> "production order";
        };
    }
}
