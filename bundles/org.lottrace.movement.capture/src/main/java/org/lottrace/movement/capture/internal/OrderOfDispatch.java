package org.lottrace.movement.capture.internal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.allocation.store.TransferOrderStore;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.movement.Dispatch;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.order.TransferOrder;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.transaction.StaleWriteException;
import org.lottrace.api.violation.Violation;

/** The transfer order that a dispatch serves: what is reserved for it is used, and what it does not want any more is given back. */
final class OrderOfDispatch {
    private final TransferOrderStore orders;
    private final Reservations reservations;
    private final LedgerStore events;
    private final ItemStore items;

    OrderOfDispatch(TransferOrderStore orders, Reservations reservations, LedgerStore events, ItemStore items) {
        this.orders = orders;
        this.reservations = reservations;
        this.events = events;
        this.items = items;
    }

    /** @return the order, locked by its items; empty when none is named, and after a finding */
    Optional<Served> find(Dispatch dispatch, Findings findings) {
        return dispatch.transferOrder().flatMap(number -> {
            Optional<TransferOrder> order = locked(number);
            if (order.isEmpty()) {
                findings.breach(new Violation(
                        "ORDER_UNKNOWN",
                        "transferOrder",
                        "transfer order " + number + " is not known; send it from the ERP system first, or name none"));
            }
            return order.map(known -> served(known, dispatch, findings));
        });
    }

    private Optional<TransferOrder> locked(String number) {
        Set<ItemNumber> wanted = itemsOf(number);
        if (wanted.isEmpty()) {
            return orders.find(number);
        }
        reservations.lockItems(wanted);
        StaleWriteException.requireLocked(wanted, itemsOf(number));
        return orders.find(number);
    }

    private Set<ItemNumber> itemsOf(String number) {
        return orders.find(number).stream()
                .flatMap(order -> order.lines().stream())
                .map(TransferOrder.Line::item)
                .collect(Collectors.toSet());
    }

    private Served served(TransferOrder order, Dispatch dispatch, Findings findings) {
        if (!order.fromSite().equals(dispatch.context().site())
                || !order.toSite().equals(dispatch.toSite())) {
            findings.breach(new Violation(
                    "OTHER_SITE",
                    "transferOrder",
                    order.reference() + " is from site " + order.fromSite() + " to site " + order.toSite()
                            + "; name the order between these sites, or none"));
        }
        return new Served(
                order,
                reservations.ofOrder(order.reference()).stream()
                        .filter(one -> one.position().place() instanceof Place.StorageLocation at
                                && at.site().equals(dispatch.context().site()))
                        .toList());
    }

    /** An order while goods leave for it. */
    final class Served {
        private final TransferOrder order;
        private final List<Reservation> reserved;
        private final ReservationUse use;

        private Served(TransferOrder order, List<Reservation> reserved) {
            this.order = order;
            this.reserved = reserved;
            this.use = new ReservationUse(reserved);
        }

        /** @return what the dispatch names, or everything that is reserved */
        List<LotQuantity> goods(Dispatch dispatch, Findings findings) {
            if (!dispatch.goods().isEmpty()) {
                return dispatch.goods();
            }
            if (reserved.isEmpty()) {
                findings.add(
                        ReservationUse.NOT_RESERVED,
                        "transferOrder",
                        "nothing is reserved for " + order.reference() + " at site "
                                + dispatch.context().site() + ": allocate it first, or name the goods");
            }
            return reserved.stream()
                    .map(one -> new LotQuantity(
                            LotReference.to(one.lot()),
                            one.position().place().location(),
                            one.position().container(),
                            one.quantity()))
                    .toList();
        }

        /** @return the order line for which each of the goods leave; none for those of an item that nobody ordered */
        Map<Goods, OrderLineReference> take(List<Goods> goods, Findings findings) {
            Map<OrderLineReference, Quantity> gone = events.dispatchedForTransferOrders(List.of(order.number()));
            Map<OrderLineReference, Quantity> open = new HashMap<>();
            Map<Goods, OrderLineReference> lines = new HashMap<>();
            Function<TransferOrder.Line, Quantity> stillWanted = line -> open.computeIfAbsent(
                    line(line), reference -> ordered(line).minus(gone.getOrDefault(reference, nothing(ordered(line)))));
            for (Goods one : goods) {
                Optional<TransferOrder.Line> line = lineOf(one, stillWanted);
                if (line.isEmpty()) {
                    findings.breach(
                            "ITEM_NOT_ORDERED",
                            one.path().then("lot"),
                            order.reference() + " has no line for item "
                                    + one.lot().key().item() + "; send the order again with one, or name no order");
                    continue;
                }
                OrderLineReference reference = line(line.get());
                Quantity wanted = stillWanted.apply(line.get());
                open.put(reference, wanted.minus(one.quantity()));
                if (open.get(reference).isNegative()) {
                    findings.breach(
                            BeyondReserved.MORE_THAN_ORDERED,
                            one.path().then("quantity"),
                            reference + " wants " + notNegative(wanted) + " more, and " + one.quantity() + " leave");
                }
                use.takeWhatIsReserved(one, reference);
                lines.put(one, reference);
            }
            open.forEach((reference, left) -> use.giveBack(reference, notNegative(left)));
            return lines;
        }

        void write() {
            use.write(reservations);
        }

        private Quantity ordered(TransferOrder.Line line) {
            return items.find(line.item()).orElseThrow().toBaseUnit(line.quantity());
        }

        private OrderLineReference line(TransferOrder.Line line) {
            return new OrderLineReference(order.reference(), line.number());
        }

        /** A line of the item that still wants so much, and for which the lot is reserved; else the first of those that do one of both. */
        private Optional<TransferOrder.Line> lineOf(Goods goods, Function<TransferOrder.Line, Quantity> stillWanted) {
            return order.lines().stream()
                    .filter(line -> line.item().equals(goods.lot().key().item()))
                    .min(Comparator.comparing((TransferOrder.Line line) ->
                                    stillWanted.apply(line).compareTo(goods.quantity()) < 0)
                            .thenComparing(line -> reserved.stream()
                                    .noneMatch(
                                            one -> one.lot().equals(goods.lot().key())
                                                    && one.orderLine().equals(line(line)))));
        }

        private static Quantity nothing(Quantity of) {
            return Quantity.zero(of.unit());
        }

        private static Quantity notNegative(Quantity quantity) {
            return quantity.isNegative() ? nothing(quantity) : quantity;
        }
    }
}
