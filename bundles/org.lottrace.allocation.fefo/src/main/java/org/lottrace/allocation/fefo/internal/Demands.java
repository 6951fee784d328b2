package org.lottrace.allocation.fefo.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.allocation.store.ReservationStore;
import org.lottrace.api.allocation.store.SalesOrderStore;
import org.lottrace.api.allocation.store.TransferOrderStore;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.movement.store.ProductionOrderStore;
import org.lottrace.api.order.Demand;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.quantity.Quantity;

/** Everything that wants goods: sales orders, transfer orders, and production orders of their components. Other documents want nothing. */
final class Demands {
    private final SalesOrderStore sales;
    private final LedgerStore ledger;
    private final ReservationStore reservations;
    private final TransferOrderStore transfers;
    private final Components components;

    Demands(
            SalesOrderStore sales,
            ProductionOrderStore production,
            TransferOrderStore transfers,
            ItemStore items,
            LedgerStore ledger,
            ReservationStore reservations) {
        this.sales = sales;
        this.ledger = ledger;
        this.reservations = reservations;
        this.transfers = transfers;
        this.components = new Components(production, items);
    }

    /**
     * Locks the items of the document as it is now, of a sales order with their substitutes. It may be another one when the lock is there.
     *
     * @return the items that are locked; none when it wants nothing
     */
    Set<ItemNumber> lockItems(DocumentReference document) {
        if (document.type() == DocumentType.SALES_ORDER) {
            return sales.lockItems(document.number());
        }
        Set<ItemNumber> items = find(document).map(Demands::itemsOf).orElse(Set.of());
        if (!items.isEmpty()) {
            reservations.lockItems(items);
        }
        return items;
    }

    Optional<Demand> find(DocumentReference document) {
        return document.type() == DocumentType.SALES_ORDER
                ? sales.find(document.number()).map(order -> order)
                : with(List.of(document)).stream().findFirst();
    }

    /** @return those that are known, sales orders first and production orders last, each by number */
    List<Demand> with(Collection<DocumentReference> documents) {
        List<String> ofSales = numbers(documents, DocumentType.SALES_ORDER);
        List<SalesOrder> orders = ofSales.isEmpty() ? List.of() : sales.withNumbers(ofSales);
        List<String> ofTransfers = numbers(documents, DocumentType.TRANSFER_ORDER);
        return Stream.of(
                        orders,
                        ofTransfers.isEmpty() ? List.<Demand>of() : transfers.withNumbers(ofTransfers),
                        components.with(numbers(documents, DocumentType.PRODUCTION_ORDER)))
                .<Demand>flatMap(Collection::stream)
                .toList();
    }

    /** @return what has left for the lines of the document, or was consumed, in the base unit; nothing for lines that have got nothing */
    Map<OrderLineReference, Quantity> served(Demand demand) {
        return demand.reference().type() == DocumentType.SALES_ORDER
                ? ledger.shipped(demand.reference())
                : served(List.of(demand));
    }

    /** @return as {@link #served(Demand)} for all of them together */
    Map<OrderLineReference, Quantity> served(Collection<? extends Demand> demands) {
        List<String> ofSales = numbers(demands.stream().map(Demand::reference).toList(), DocumentType.SALES_ORDER);
        Map<OrderLineReference, Quantity> served = new HashMap<>();
        if (!ofSales.isEmpty()) {
            served.putAll(ledger.shippedForSalesOrders(ofSales));
        }
        List<String> ofTransfers =
                numbers(demands.stream().map(Demand::reference).toList(), DocumentType.TRANSFER_ORDER);
        if (!ofTransfers.isEmpty()) {
            served.putAll(ledger.dispatchedForTransferOrders(ofTransfers));
        }
        served.putAll(components.consumed(demands.stream()
                .filter(ComponentDemand.class::isInstance)
                .map(ComponentDemand.class::cast)
                .toList()));
        return served;
    }

    /** A substitution changes the sales order. */
    void save(SalesOrder order) {
        sales.save(order);
    }

    static Set<ItemNumber> itemsOf(Demand demand) {
        return demand.lines().stream().map(Demand.Line::item).collect(Collectors.toCollection(HashSet::new));
    }

    private static List<String> numbers(Collection<DocumentReference> documents, DocumentType type) {
        return documents.stream()
                .filter(one -> one.type() == type)
                .map(DocumentReference::number)
                .distinct()
                .toList();
    }
}
