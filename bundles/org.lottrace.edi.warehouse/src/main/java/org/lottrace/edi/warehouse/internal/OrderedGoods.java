package org.lottrace.edi.warehouse.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lottrace.api.allocation.store.SalesOrderStore;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.InForce;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;

/** How much of each line of an order a shipment has sent, and how much is still to leave. */
final class OrderedGoods {
    /** W1201 (data element 368): all of the line has left; or a part, and the rest is to follow. */
    private static final String COMPLETE = "CC";

    private static final String PARTIAL = "BP";

    private final Ledger ledger;
    private final SalesOrderStore orders;
    private final ItemStore items;

    OrderedGoods(Ledger ledger, SalesOrderStore orders, ItemStore items) {
        this.ledger = ledger;
        this.orders = orders;
        this.items = items;
    }

    /**
     * What W12 says of a quantity of one lot.
     *
     * @param left in the unit of the order when all that left of that line was entered in it, else in the base unit
     * @param ordered what was ordered by that line; absent when it was said of another lot, or is not known
     * @param open how much of it is still to leave; absent as {@code ordered}, and when nothing is
     */
    record Said(String status, Quantity left, Optional<Quantity> ordered, Optional<Quantity> open) {}

    Optional<SalesOrder> order(String number) {
        return orders.find(number);
    }

    Lines of(RecordedEvent shipment) {
        Optional<SalesOrder> order = shipment.event()
                .document(DocumentType.SALES_ORDER)
                .map(DocumentReference::number)
                .flatMap(orders::find);
        List<EventLine> before =
                order.map(known -> InForce.of(ledger.byDocument(known.reference()))).orElse(List.of()).stream()
                        .filter(recorded ->
                                recorded.event().type() == EventType.SHIP && recorded.position() < shipment.position())
                        .flatMap(recorded -> recorded.event().lines().stream())
                        .toList();
        return new Lines(order, before, shipment.event().lines());
    }

    /** Of one shipment, line by line. */
    final class Lines {
        private final Optional<SalesOrder> order;
        private final List<EventLine> before;
        private final List<EventLine> now;
        private final Set<OrderLineReference> told = new HashSet<>();

        private Lines(Optional<SalesOrder> order, List<EventLine> before, List<EventLine> now) {
            this.order = order;
            this.before = before;
            this.now = now;
        }

        /** To be called once for each line. */
        Said next(EventLine line) {
            return line.orderLine()
                    .flatMap(reference -> order.flatMap(known -> known.line(reference.line()))
                            .filter(ordered -> ordered.item().equals(line.lot().item()))
                            .map(ordered -> said(line, reference, ordered)))
                    .orElseGet(() -> new Said(COMPLETE, line.entered(), Optional.empty(), Optional.empty()));
        }

        private Said said(EventLine line, OrderLineReference reference, SalesOrder.Line ordered) {
            Item item = items.find(ordered.item())
                    .orElseThrow(() -> new IllegalStateException("item " + ordered.item() + " is unknown"));
            UnitOfMeasure unit = all(reference).allMatch(one -> one.entered()
                            .unit()
                            .equals(ordered.quantity().unit()))
                    ? ordered.quantity().unit()
                    : item.baseUnit();
            Quantity wanted =
                    unit.equals(ordered.quantity().unit()) ? ordered.quantity() : item.toBaseUnit(ordered.quantity());
            Quantity open = all(reference).map(one -> in(unit, one)).reduce(wanted, Quantity::minus);
            boolean isFirst = told.add(reference);
            return new Said(
                    open.isPositive() ? PARTIAL : COMPLETE,
                    in(unit, line),
                    isFirst ? Optional.of(wanted) : Optional.empty(),
                    isFirst && open.isPositive() ? Optional.of(open) : Optional.empty());
        }

        private Stream<EventLine> all(OrderLineReference reference) {
            return Stream.concat(before.stream(), now.stream())
                    .filter(one -> one.orderLine().equals(Optional.of(reference)));
        }

        private static Quantity in(UnitOfMeasure unit, EventLine line) {
            return line.entered().unit().equals(unit) ? line.entered() : line.quantity();
        }
    }
}
