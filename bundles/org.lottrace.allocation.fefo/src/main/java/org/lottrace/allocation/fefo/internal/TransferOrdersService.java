package org.lottrace.allocation.fefo.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.allocation.AllocationDecision;
import org.lottrace.api.allocation.AllocationDecisions;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.SoftReservations;
import org.lottrace.api.allocation.TransferAllocation;
import org.lottrace.api.allocation.store.ReservationStore;
import org.lottrace.api.allocation.store.TransferOrderStore;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.master.store.MasterStepStore;
import org.lottrace.api.order.TransferOrder;
import org.lottrace.api.order.TransferOrders;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.transaction.StaleWriteException;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes transfer orders in, reserves for them as {@link AllocationService} does for customers, and gives back what a changed order has no use for. */
@Component(service = {TransferOrders.class, TransferAllocation.class})
public final class TransferOrdersService implements TransferOrders, TransferAllocation {
    private static final Logger LOG = LoggerFactory.getLogger(TransferOrdersService.class);

    private final UnitOfWork unitOfWork;
    private final TransferOrderStore orders;
    private final ReservationStore reservations;
    private final MasterStepStore masters;
    private final SoftReservations soft;
    private final AllocationDecisions decisions;
    private final TransferOrderRules rules;
    private final SurplusReservations surplus;
    private final Losses losses;
    private final Allocating allocating;

    @Activate
    public TransferOrdersService(
            @Reference UnitOfWork unitOfWork,
            @Reference TransferOrderStore orders,
            @Reference SiteStore sites,
            @Reference ItemStore items,
            @Reference ReservationStore reservations,
            @Reference MasterStepStore masters,
            @Reference SoftReservations soft,
            @Reference AllocationDecisions decisions,
            @Reference AllocationParts parts) {
        this.unitOfWork = unitOfWork;
        this.orders = orders;
        this.reservations = reservations;
        this.masters = masters;
        this.soft = soft;
        this.decisions = decisions;
        this.rules = new TransferOrderRules(sites, items, masters, orders);
        this.surplus = parts.surplus;
        this.losses = parts.losses;
        this.allocating = parts.allocating;
    }

    private static DocumentReference document(String number) {
        return new DocumentReference(DocumentType.TRANSFER_ORDER, number);
    }

    @Override
    public List<Violation> save(List<TransferOrder> toSave) {
        return unitOfWork.required(() -> {
            masters.closedAndKept();
            List<Violation> violations = rules.against(toSave);
            if (violations.isEmpty()) {
                lockItems(toSave);
                toSave.forEach(this::save);
                LOG.info("transfer orders saved orders={}", toSave.size());
            }
            return violations;
        });
    }

    /** What is reserved for the orders, and what is just being reserved: an allocation locks the items of the order it knows. */
    private void lockItems(Collection<TransferOrder> toSave) {
        Set<ItemNumber> items = itemsAtStake(toSave);
        if (!items.isEmpty()) {
            reservations.lockItems(items);
            StaleWriteException.requireLocked(items, itemsAtStake(toSave));
        }
    }

    private Set<ItemNumber> itemsAtStake(Collection<TransferOrder> toSave) {
        return toSave.stream()
                .flatMap(order -> Stream.concat(
                        reservations.ofOrder(order.reference()).stream()
                                .map(one -> one.lot().item()),
                        orders.find(order.number()).stream()
                                .flatMap(known -> known.lines().stream())
                                .map(TransferOrder.Line::item)))
                .collect(Collectors.toSet());
    }

    private void save(TransferOrder order) {
        Optional<TransferOrder> known = orders.find(order.number());
        known.ifPresent(before -> {
            Map<Boolean, List<Reservation>> fitting = reservations.ofOrder(order.reference()).stream()
                    .collect(Collectors.partitioningBy(one -> stillFits(one, before, order)));
            reservations.remove(fitting.get(false));
            losses.keep(fitting.get(false), "the transfer order was sent again for another item, site or day");
            surplus.free(order, fitting.get(true));
        });
        orders.save(order);
    }

    private static boolean stillFits(Reservation one, TransferOrder before, TransferOrder now) {
        return before.fromSite().equals(now.fromSite())
                && before.toSite().equals(now.toSite())
                && before.arrivalDate().equals(now.arrivalDate())
                && now.line(one.orderLine().line())
                        .filter(line -> line.item().equals(one.lot().item()))
                        .isPresent();
    }

    @Override
    public Optional<TransferOrder> find(String number) {
        return unitOfWork.required(() -> orders.find(number));
    }

    @Override
    public List<TransferOrder> after(String number, int limit) {
        return unitOfWork.required(() -> orders.after(number, limit));
    }

    @Override
    public Outcome<List<LineAllocation>> allocate(String number) {
        return allocating.allocate(document(number));
    }

    @Override
    public Outcome<List<LineAllocation>> allocateSoftly(String number) {
        return soft.allocate(document(number));
    }

    @Override
    public Outcome<List<LineAllocation>> replan(String number) {
        return allocating.replan(document(number));
    }

    @Override
    public Outcome<List<LineAllocation>> show(String number) {
        return allocating.show(document(number));
    }

    @Override
    public List<Reservation> cancel(String number) {
        return allocating.cancel(document(number));
    }

    @Override
    public List<AllocationDecision> decisions(String number, Optional<Long> before, int limit) {
        return decisions.ofOrder(document(number), before, limit);
    }
}
