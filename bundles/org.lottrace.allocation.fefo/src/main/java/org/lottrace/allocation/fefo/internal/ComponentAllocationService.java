package org.lottrace.allocation.fefo.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.lottrace.api.allocation.AllocationDecision;
import org.lottrace.api.allocation.AllocationDecisions;
import org.lottrace.api.allocation.ComponentAllocation;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.allocation.SoftReservations;
import org.lottrace.api.allocation.store.ReservationStore;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.movement.store.ProductionOrderStore;
import org.lottrace.api.movement.store.ProductionOrderStore.Kept;
import org.lottrace.api.order.Demand;
import org.lottrace.api.order.ProductionOrder;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.transaction.StaleWriteException;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reserves components as {@link AllocationService} reserves for customers, and keeps that in step with what becomes of the order. */
@Component(service = ComponentAllocation.class)
public final class ComponentAllocationService implements ComponentAllocation {
    private final UnitOfWork unitOfWork;
    private final ProductionOrderStore orders;
    private final ReservationStore store;
    private final Reservations reservations;
    private final SoftReservations soft;
    private final AllocationDecisions decisions;
    private final Demands demands;
    private final OrderProgress progress;
    private final SurplusReservations surplus;
    private final Losses losses;
    private final Allocating allocating;

    @Activate
    public ComponentAllocationService(
            @Reference UnitOfWork unitOfWork,
            @Reference ProductionOrderStore orders,
            @Reference ReservationStore store,
            @Reference Reservations reservations,
            @Reference SoftReservations soft,
            @Reference AllocationDecisions decisions,
            @Reference AllocationParts parts) {
        this.unitOfWork = unitOfWork;
        this.orders = orders;
        this.store = store;
        this.reservations = reservations;
        this.soft = soft;
        this.decisions = decisions;
        this.demands = parts.demands;
        this.progress = parts.progress;
        this.surplus = parts.surplus;
        this.losses = parts.losses;
        this.allocating = parts.allocating;
    }

    private static DocumentReference document(String number) {
        return new DocumentReference(DocumentType.PRODUCTION_ORDER, number);
    }

    @Override
    public Outcome<List<LineAllocation>> allocate(String productionOrder) {
        return open(productionOrder, () -> allocating.allocate(document(productionOrder)));
    }

    @Override
    public Outcome<List<LineAllocation>> allocateSoftly(String productionOrder) {
        return open(productionOrder, () -> soft.allocate(document(productionOrder)));
    }

    @Override
    public Outcome<List<LineAllocation>> replan(String productionOrder) {
        return open(productionOrder, () -> allocating.replan(document(productionOrder)));
    }

    /** Asked afterwards, under the lock that the allocation took, so that nobody closes it meanwhile: what is closed wants nothing. */
    private Outcome<List<LineAllocation>> open(String number, Supplier<Outcome<List<LineAllocation>>> allocation) {
        return unitOfWork.required(() -> {
            Outcome<List<LineAllocation>> outcome = allocation.get();
            return orders.find(number).flatMap(Kept::closedAt).isEmpty()
                    ? outcome
                    : new Outcome.Refused<>(List.of(new Violation(
                            "ORDER_CLOSED",
                            "productionOrder",
                            "production order " + number + " is closed and wants nothing; name another one")));
        });
    }

    @Override
    public Outcome<List<LineAllocation>> show(String productionOrder) {
        return allocating.show(document(productionOrder));
    }

    @Override
    public List<Reservation> cancel(String productionOrder) {
        return allocating.cancel(document(productionOrder));
    }

    @Override
    public List<AllocationDecision> decisions(String productionOrder, Optional<Long> before, int limit) {
        return decisions.ofOrder(document(productionOrder), before, limit);
    }

    @Override
    public void lock(Collection<String> productionOrders) {
        Set<ItemNumber> items = itemsOf(productionOrders);
        if (!items.isEmpty()) {
            reservations.lockItems(items);
            StaleWriteException.requireLocked(items, itemsOf(productionOrders));
        }
    }

    private Set<ItemNumber> itemsOf(Collection<String> numbers) {
        return demands
                .with(numbers.stream().map(ComponentAllocationService::document).toList())
                .stream()
                .flatMap(order -> Demands.itemsOf(order).stream())
                .collect(Collectors.toSet());
    }

    @Override
    public void follow(ProductionOrder before) {
        List<Reservation> reserved = store.ofOrder(before.reference());
        Optional<Kept> kept = orders.find(before.number());
        if (reserved.isEmpty() || kept.isEmpty()) {
            return;
        }
        if (kept.get().closedAt().isPresent()) {
            store.remove(reserved);
            return;
        }
        Demand now = demands.find(before.reference()).orElseThrow();
        Map<Boolean, List<Reservation>> fitting = reserved.stream()
                .collect(Collectors.partitioningBy(
                        one -> stillFits(one, before, kept.get().order(), now)));
        store.remove(fitting.get(false));
        losses.keep(fitting.get(false), "the production order was sent again for another item, site or day");
        surplus.free(now, fitting.get(true));
    }

    private static boolean stillFits(Reservation one, ProductionOrder before, ProductionOrder after, Demand now) {
        return before.site().equals(after.site())
                && before.date().equals(after.date())
                && now.lines().stream()
                        .anyMatch(line -> line.number() == one.orderLine().line()
                                && line.item().equals(one.lot().item()));
    }

    @Override
    public void use(String productionOrder, Collection<StockBalance> goods) {
        DocumentReference document = document(productionOrder);
        List<Reservation> reserved = store.ofOrder(document);
        if (reserved.isEmpty()) {
            return;
        }
        Map<Reservation, Quantity> taken = new LinkedHashMap<>();
        goods.forEach(one -> take(one, reserved, taken));
        demands.find(document).ifPresent(order -> giveBack(progress.of(order), goods, reserved, taken));
        reservations.use(taken);
    }

    private static void take(StockBalance goods, List<Reservation> reserved, Map<Reservation, Quantity> taken) {
        Quantity rest = goods.quantity();
        List<Reservation> serving = reserved.stream()
                .filter(one -> one.lot().equals(goods.lot()) && one.servesAt(goods.position()))
                .sorted(Comparator.comparing(
                        (Reservation one) -> !one.position().equals(goods.position())))
                .toList();
        for (Reservation one : serving) {
            Quantity part = rest.min(left(one, taken));
            if (part.isPositive()) {
                taken.merge(one, part, Quantity::plus);
                rest = rest.minus(part);
            }
        }
    }

    /**
     * Of each item that goes in what its lines want no more then, the newest first, what is picked at last. The other items are not
     * locked.
     */
    private static void giveBack(
            List<LineAllocation> lines,
            Collection<StockBalance> goods,
            List<Reservation> reserved,
            Map<Reservation, Quantity> taken) {
        Map<ItemNumber, Quantity> open = new LinkedHashMap<>();
        Set<ItemNumber> items = goods.stream().map(one -> one.lot().item()).collect(Collectors.toSet());
        lines.stream()
                .filter(line -> items.contains(line.item()))
                .forEach(line -> open.merge(line.item(), line.ordered().minus(line.shipped()), Quantity::plus));
        goods.forEach(one -> open.computeIfPresent(one.lot().item(), (item, before) -> before.minus(one.quantity())));
        open.forEach((item, still) -> {
            Quantity wanted = still.isNegative() ? Quantity.zero(still.unit()) : still;
            List<Reservation> ofItem = new ArrayList<>(reserved);
            ofItem.removeIf(one -> !one.lot().item().equals(item));
            ofItem.sort(Comparator.comparing(Reservation::kind).reversed());
            for (Reservation one : ofItem) {
                Quantity left = left(one, taken);
                Quantity kept = wanted.min(left);
                wanted = wanted.minus(kept);
                if (left.compareTo(kept) > 0) {
                    taken.merge(one, left.minus(kept), Quantity::plus);
                }
            }
        });
    }

    private static Quantity left(Reservation one, Map<Reservation, Quantity> taken) {
        return Optional.ofNullable(taken.get(one)).map(one.quantity()::minus).orElse(one.quantity());
    }
}
