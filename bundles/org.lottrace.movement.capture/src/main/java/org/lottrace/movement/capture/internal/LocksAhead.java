package org.lottrace.movement.capture.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.allocation.store.SalesOrderStore;
import org.lottrace.api.allocation.store.TransferOrderStore;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.store.StockStore;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.Arrival;
import org.lottrace.api.movement.Dispatch;
import org.lottrace.api.movement.Movement;
import org.lottrace.api.movement.Production;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.movement.Shipment;
import org.lottrace.api.movement.Transformation;
import org.lottrace.api.movement.store.ExpectedReceiptStore;
import org.lottrace.api.order.Demand;
import org.lottrace.api.partner.ShipNoticeId;

/**
 * What several movements lock, before the first of them is captured, in the order in which each would lock alone: notices, items,
 * lots, the head of the ledger. A lot that nobody can foresee is locked late; two units of work that wait for each other then
 * are told by the database, and run again.
 */
final class LocksAhead {
    private final Ledger ledger;
    private final LotMaster lots;
    private final StockStore stock;
    private final Reservations reservations;
    private final SalesOrderStore salesOrders;
    private final TransferOrderStore transferOrders;
    private final ExpectedReceiptStore expectedReceipts;

    LocksAhead(
            Ledger ledger,
            LotMaster lots,
            StockStore stock,
            Reservations reservations,
            SalesOrderStore salesOrders,
            TransferOrderStore transferOrders,
            ExpectedReceiptStore expectedReceipts) {
        this.ledger = ledger;
        this.lots = lots;
        this.stock = stock;
        this.reservations = reservations;
        this.salesOrders = salesOrders;
        this.transferOrders = transferOrders;
        this.expectedReceipts = expectedReceipts;
    }

    void take(List<Movement> movements) {
        Set<LotReference> named = movements.stream().flatMap(Movement::lots).collect(Collectors.toSet());
        Set<LotKey> moved = new TreeSet<>(announced(movements));
        moved.addAll(keys(named));
        onTheRoad(movements).forEach(balance -> moved.add(balance.lot()));
        consumed(movements).forEach(balance -> moved.add(balance.lot()));
        List<Demand> orders = Stream.<Demand>concat(
                        of(Shipment.class, movements)
                                .flatMap(shipment -> salesOrders.find(shipment.salesOrder()).stream()),
                        of(Dispatch.class, movements)
                                .flatMap(dispatch -> dispatch.transferOrder().stream())
                                .flatMap(number -> transferOrders.find(number).stream()))
                .toList();
        reservations.lockItems(items(movements, moved, orders));
        orders.stream()
                .flatMap(order -> reservations.ofOrder(order.reference()).stream())
                .map(Reservation::lot)
                .forEach(moved::add);
        ledger.lockFor(
                movements.stream().map(movement -> movement.context().id()).toList(),
                moved,
                movements.stream()
                        .map(movement -> movement.context().effective())
                        .min(Comparator.naturalOrder())
                        .orElseThrow());
        lots.find(named); // once more: what they are under the locks is remembered
    }

    private Set<LotKey> announced(List<Movement> movements) {
        return of(Receipt.class, movements)
                .flatMap(receipt -> receipt.notice().stream())
                .distinct()
                .sorted(Comparator.comparing(ShipNoticeId::toString))
                .flatMap(notice -> expectedReceipts.lock(notice).stream())
                .flatMap(receipt -> receipt.lines().stream())
                .flatMap(line -> line.lot().stream())
                .map(Lot::key)
                .collect(Collectors.toSet());
    }

    private Collection<LotKey> keys(Set<LotReference> named) {
        return lots.find(named).values().stream()
                .flatMap(List::stream)
                .map(Lot::key)
                .toList();
    }

    private List<StockBalance> onTheRoad(List<Movement> movements) {
        return stock.at(of(Arrival.class, movements)
                .flatMap(arrival -> arrival.units().stream()
                        .map(unit -> new Position(Place.inTransit(arrival.dispatchedTo()), Optional.of(unit))))
                .toList());
    }

    private Stream<StockBalance> consumed(List<Movement> movements) {
        return of(Production.class, movements)
                .map(production -> new DocumentReference(DocumentType.PRODUCTION_ORDER, production.productionOrder()))
                .distinct()
                .flatMap(order -> stock.at(Place.productionOrder(order)).stream());
    }

    private static Set<ItemNumber> items(
            List<Movement> movements, Collection<LotKey> moved, Collection<Demand> orders) {
        Set<ItemNumber> items = new HashSet<>();
        moved.forEach(lot -> items.add(lot.item()));
        of(Production.class, movements)
                .flatMap(production -> production.outputs().stream())
                .map(Production.Output::item)
                .forEach(items::add);
        of(Transformation.class, movements)
                .flatMap(transformation -> transformation.outputs().stream())
                .flatMap(output -> output.item().stream())
                .forEach(items::add);
        orders.stream()
                .flatMap(order -> order.lines().stream())
                .map(Demand.Line::item)
                .forEach(items::add);
        return items;
    }

    private static <M extends Movement> Stream<M> of(Class<M> kind, List<Movement> movements) {
        return movements.stream().filter(kind::isInstance).map(kind::cast);
    }
}
