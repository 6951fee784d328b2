package org.lottrace.movement.capture.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.movement.store.PurchaseOrderStore;
import org.lottrace.api.order.PurchaseOrder;
import org.lottrace.api.violation.ViolationPath;

/** Makes out goods of which no ship notice tells: the lot from its label, the order line from the purchase order. */
final class UnannouncedGoods {
    static final String ORDER_UNKNOWN = "ORDER_UNKNOWN";
    private static final String ORDER_MISSING = "ORDER_MISSING";
    private static final String ORDER_OF_OTHER_SUPPLIER = "ORDER_OF_OTHER_SUPPLIER";
    private static final String ORDER_LINE_UNKNOWN = "ORDER_LINE_UNKNOWN";
    private static final String ITEM_NOT_ORDERED = "ITEM_NOT_ORDERED";
    private static final ViolationPath ORDER = ViolationPath.of("purchaseOrder");

    private final SharedChecks checks;
    private final LotOnLabel labels;
    private final PurchaseOrderStore orders;

    UnannouncedGoods(SharedChecks checks, LotOnLabel labels, PurchaseOrderStore orders) {
        this.checks = checks;
        this.labels = labels;
        this.orders = orders;
    }

    /**
     * @param path of the line in the request
     * @param noticed the order line for which the notice announces other lots of an item
     */
    Optional<Came> read(
            Receipt receipt,
            Receipt.Line line,
            ViolationPath path,
            Function<ItemNumber, Optional<OrderLineReference>> noticed,
            Findings findings) {
        return labels.of(receipt.sender(), line.lot(), path.then("lot"), findings)
                .flatMap(lot -> checks.item(lot.key().item(), path.then("lot"), findings)
                        .flatMap(item -> checks.positive(item, line.quantity(), path.then("quantity"), findings))
                        .map(quantity -> new Came(
                                path,
                                Optional.empty(),
                                Came.labelled(lot, line),
                                noticed.apply(lot.key().item())
                                        .or(() -> orderLine(
                                                receipt, line, lot.key().item(), path, findings)),
                                quantity,
                                line.quantity(),
                                line.container(),
                                line.damaged(),
                                otherThan(lot.expiry(), line.expiry()),
                                line.price(),
                                line.keyData(),
                                List.of())));
    }

    /** @return the expiry on the label when another one is known of the lot */
    private static Optional<LocalDate> otherThan(Optional<LocalDate> known, Optional<LocalDate> label) {
        return label.filter(day -> known.filter(other -> !other.equals(day)).isPresent());
    }

    private Optional<OrderLineReference> orderLine(
            Receipt receipt, Receipt.Line line, ItemNumber item, ViolationPath path, Findings findings) {
        if (receipt.purchaseOrder().isEmpty()) {
            findings.breach(
                    ORDER_MISSING,
                    path.then("orderLine"),
                    "nobody says for which purchase order item " + item + " came: ask who ordered it");
            return Optional.empty();
        }
        return order(receipt, findings).flatMap(order -> orderLine(order, line, item, path, findings));
    }

    private Optional<PurchaseOrder> order(Receipt receipt, Findings findings) {
        String number = receipt.purchaseOrder().orElseThrow();
        Optional<PurchaseOrder> order = orders.find(number);
        if (order.isEmpty()) {
            findings.breach(ORDER_UNKNOWN, ORDER, "purchase order " + number + " is unknown: check its number");
        }
        if (order.filter(known -> !known.supplier().equals(receipt.sender())).isPresent()) {
            findings.breach(
                    ORDER_OF_OTHER_SUPPLIER,
                    ORDER,
                    "purchase order " + number + " is with " + order.get().supplier() + ", not with "
                            + receipt.sender());
            return Optional.empty();
        }
        return order;
    }

    private static Optional<OrderLineReference> orderLine(
            PurchaseOrder order, Receipt.Line line, ItemNumber item, ViolationPath path, Findings findings) {
        List<PurchaseOrder.Line> fitting = order.lines().stream()
                .filter(ordered -> ordered.item().equals(item))
                .filter(ordered ->
                        line.orderLine().map(named -> named == ordered.number()).orElse(true))
                .toList();
        if (fitting.isEmpty()) {
            findings.breach(
                    line.orderLine().isPresent() ? ORDER_LINE_UNKNOWN : ITEM_NOT_ORDERED,
                    path.then("orderLine"),
                    "purchase order " + order.number() + " has no line "
                            + line.orderLine().map(number -> number + " ").orElse("") + "for item " + item);
        } else if (fitting.size() > 1) {
            findings.breach(
                    ORDER_LINE_UNKNOWN,
                    path.then("orderLine"),
                    "item " + item + " is on lines "
                            + fitting.stream().map(PurchaseOrder.Line::number).toList() + " of purchase order "
                            + order.number() + ": say which; the first is taken");
        }
        return fitting.stream().findFirst().map(first -> new OrderLineReference(order.reference(), first.number()));
    }
}
