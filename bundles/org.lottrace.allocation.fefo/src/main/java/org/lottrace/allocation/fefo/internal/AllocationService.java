package org.lottrace.allocation.fefo.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.allocation.Allocation;
import org.lottrace.api.allocation.AllocationDecisions;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.Substitute;
import org.lottrace.api.allocation.store.ReservationStore;
import org.lottrace.api.allocation.store.SalesOrderStore;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reserves for sales orders line by line under the lock of the items, and in the place of what is short. */
@Component(service = Allocation.class)
public final class AllocationService implements Allocation {
    private static final Logger LOG = LoggerFactory.getLogger(AllocationService.class);

    private final UnitOfWork unitOfWork;
    private final SalesOrderStore orders;
    private final PartyStore parties;
    private final ReservationStore reservations;
    private final OrderProgress progress;
    private final SiteOffers offers;
    private final OrderLocking locking;
    private final OrderAllocation allocation;
    private final SubstituteLines substitutes;
    private final Allocating allocating;

    @Activate
    public AllocationService(
            @Reference UnitOfWork unitOfWork,
            @Reference SalesOrderStore orders,
            @Reference PartyStore parties,
            @Reference ReservationStore reservations,
            @Reference AllocationParts parts) {
        this.unitOfWork = unitOfWork;
        this.orders = orders;
        this.parties = parties;
        this.reservations = reservations;
        this.progress = parts.progress;
        this.offers = parts.offers;
        this.locking = parts.locking;
        this.allocation = parts.allocation;
        this.substitutes = parts.substitutes;
        this.allocating = parts.allocating;
    }

    @Override
    public Outcome<List<LineAllocation>> allocate(String salesOrder) {
        return allocating.allocate(sale(salesOrder));
    }

    @Override
    public Outcome<List<LineAllocation>> allocate(String salesOrder, LocalDate day) {
        return allocating.allocate(sale(salesOrder), site -> day);
    }

    @Override
    public Outcome<List<LineAllocation>> replan(String salesOrder) {
        return allocating.replan(sale(salesOrder));
    }

    private static DocumentReference sale(String number) {
        return new DocumentReference(DocumentType.SALES_ORDER, number);
    }

    @Override
    public Outcome<List<LineAllocation>> takeSubstitute(OrderLineReference orderLine, ItemNumber item) {
        if (!isSold(orderLine)) {
            return refused(
                    SUBSTITUTE_NOT_ALLOWED,
                    "orderLine",
                    "nothing takes the place of what " + Allocating.said(orderLine.order())
                            + " names, because who planned it counts on that item; send the order again with another one");
        }
        return unitOfWork.required(() -> locking.lock(orderLine.order(), allocating::today)
                .map(order -> takeSubstitute(order, orderLine, item))
                .orElseGet(() -> Allocating.unknown(orderLine.order())));
    }

    private static boolean isSold(OrderLineReference orderLine) {
        return orderLine.order().type() == DocumentType.SALES_ORDER;
    }

    private Outcome<List<LineAllocation>> takeSubstitute(
            LockedOrder locked, OrderLineReference orderLine, ItemNumber item) {
        List<LineAllocation> lines = progress.of(locked.order(), locked.shipped(), locked.before());
        Optional<LineAllocation> line =
                lines.stream().filter(one -> one.orderLine().equals(orderLine)).findFirst();
        if (line.isEmpty()) {
            return refused(
                    "ORDER_LINE_UNKNOWN",
                    "orderLine",
                    "order " + orderLine.order() + " has no line " + orderLine.line());
        }
        Optional<Substitute> allowed = line.filter(one -> one.insteadOf().isEmpty())
                .flatMap(one -> locked.terms().of(one.item()).substitutes().stream()
                        .filter(substitute -> substitute.item().equals(item))
                        .findFirst());
        if (allowed.isEmpty()) {
            return refused(
                    SUBSTITUTE_NOT_ALLOWED,
                    "item",
                    "no rule lets item " + item + " take the place of item "
                            + line.get().item() + "; make one on the page of the rules, or take another one");
        }
        if (line.get().shortBy().isZero()) {
            return new Outcome.AlreadyDone<>(lines);
        }
        Optional<OrderAllocation.Taking> taking = allocation.substitute(locked, line.get(), allowed.get());
        if (taking.isEmpty()) {
            return refused(
                    AllocationDecisions.NOT_FREE,
                    "item",
                    "of item " + item + " not even " + allowed.get().instead() + " for "
                            + allowed.get().ordered() + " are free, or the line is short by less");
        }
        allocating.write(locked, taking.get());
        LOG.info("substitute taken orderLine={} item={}", orderLine, item);
        return new Outcome.Done<>(taking.get().served());
    }

    @Override
    public Outcome<List<LineAllocation>> giveBackSubstitute(OrderLineReference orderLine) {
        if (!isSold(orderLine)) {
            return refused(
                    "ORDER_LINE_UNKNOWN",
                    "orderLine",
                    "line " + orderLine.line() + " of " + Allocating.said(orderLine.order())
                            + " is no substitute: only sales orders have them; name the line of one");
        }
        return unitOfWork.required(() -> locking.lock(orderLine.order(), allocating::today)
                .map(order -> giveBackSubstitute(order, orderLine))
                .orElseGet(() -> Allocating.unknown(orderLine.order())));
    }

    private Outcome<List<LineAllocation>> giveBackSubstitute(LockedOrder locked, OrderLineReference orderLine) {
        Optional<SalesOrder.Line> line = ((SalesOrder) locked.order())
                .line(orderLine.line())
                .filter(one -> one.insteadOf().isPresent());
        if (line.isEmpty()) {
            return refused(
                    "ORDER_LINE_UNKNOWN",
                    "orderLine",
                    "line " + orderLine.line() + " of order " + orderLine.order()
                            + " is no substitute, or is not there; name the line of the substitute");
        }
        List<Reservation> reserved = locked.before().stream()
                .filter(one -> one.orderLine().equals(orderLine))
                .toList();
        if (locked.shipped().containsKey(orderLine) || reserved.stream().anyMatch(Reservation::isPicked)) {
            return refused(
                    SUBSTITUTE_IN_USE,
                    "orderLine",
                    "something of line " + orderLine.line()
                            + " is picked or has left; unpick it or reverse the shipment first");
        }
        SalesOrder without = substitutes.without((SalesOrder) locked.order(), line.get());
        reservations.remove(reserved);
        orders.save(without);
        LOG.info(
                "substitute given back orderLine={} item={}",
                orderLine,
                line.get().item());
        return new Outcome.Done<>(progress.of(
                without,
                locked.shipped(),
                locked.before().stream().filter(one -> !reserved.contains(one)).toList()));
    }

    private static Outcome<List<LineAllocation>> refused(String code, String field, String message) {
        return new Outcome.Refused<>(List.of(new Violation(code, field, message)));
    }

    @Override
    public Outcome<List<LineAllocation>> show(String salesOrder) {
        return allocating.show(sale(salesOrder));
    }

    @Override
    public List<Reservation> cancel(String salesOrder) {
        return allocating.cancel(sale(salesOrder));
    }

    @Override
    public List<Reservation> reserveAgain(List<EventLine> shipped) {
        return unitOfWork.required(() -> {
            List<Reservation> again = new ArrayList<>();
            for (EventLine line : shipped) {
                line.orderLine()
                        .flatMap(reference -> orders.find(reference.order().number()))
                        .flatMap(order -> reserveAgain(order, line))
                        .ifPresent(again::add);
            }
            return again;
        });
    }

    private Optional<Reservation> reserveAgain(SalesOrder order, EventLine shipped) {
        Optional<LineAllocation> wanted = progress.of(order).stream()
                .filter(line -> Optional.of(line.orderLine()).equals(shipped.orderLine())
                        && line.item().equals(shipped.lot().item()))
                .findFirst();
        Quantity part = wanted.map(line -> line.shortBy().min(shipped.quantity()))
                .filter(Quantity::isPositive)
                .filter(some -> offers.isUsable(
                        order, parties.find(order.customer()), allocating.today(locking.site(order)), shipped.lot()))
                .orElse(Quantity.zero(shipped.quantity().unit()));
        if (part.isZero()) {
            return Optional.empty();
        }
        LineAllocation line = wanted.orElseThrow();
        Reservation again = new Reservation(line.orderLine(), shipped.lot(), shipped.from(), part);
        reservations.save(line.reservations().stream()
                .filter(again::isOfSameGoods)
                .reduce(again, (sum, before) -> sum.plus(before)));
        return Optional.of(again);
    }
}
