package org.lottrace.movement.capture.internal;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.allocation.store.SalesOrderStore;
import org.lottrace.api.event.EventContext;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.movement.Shipment;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.transaction.StaleWriteException;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/**
 * The order that a shipment delivers, locked by its items, and who got the goods. Goods have also left when nobody has told of their order
 * yet: a report that names the customer is recorded, so that a recall finds them.
 */
final class OrderOfShipment {
    private static final String ORDER_UNKNOWN = "ORDER_UNKNOWN";
    private static final String CUSTOMER_UNKNOWN = "CUSTOMER_UNKNOWN";
    private static final String CUSTOMER_DIFFERS = "CUSTOMER_DIFFERS";

    private final SalesOrderStore orders;
    private final PartyStore parties;
    private final Reservations reservations;

    OrderOfShipment(SalesOrderStore orders, PartyStore parties, Reservations reservations) {
        this.orders = orders;
        this.parties = parties;
        this.reservations = reservations;
    }

    /** @return without lines when nobody has told of it; empty after a finding */
    Optional<SalesOrder> find(Optional<EventContext> context, Shipment shipment, Findings findings) {
        shipment.customer()
                .ifPresent(customer ->
                        ToldParties.check(parties, customer, CUSTOMER_UNKNOWN, ViolationPath.of("customer"), findings));
        Optional<SalesOrder> order = locked(shipment);
        if (order.isPresent()) {
            checkCustomer(order.get(), shipment, findings);
            return order;
        }
        return unknown(context, shipment, findings);
    }

    /** Read again under the lock of its items: it may have been changed while that was waited for. */
    private Optional<SalesOrder> locked(Shipment shipment) {
        String number = shipment.order().number();
        Set<ItemNumber> items =
                new HashSet<>(orders.find(number).map(OrderOfShipment::itemsOf).orElse(Set.of()));
        // also what nobody ordered, in the one order in which items are locked
        shipment.lines().forEach(line -> line.goods().lot().item().ifPresent(items::add));
        reservations.lockItems(items);
        Optional<SalesOrder> now = orders.find(number);
        now.ifPresent(order -> StaleWriteException.requireLocked(items, itemsOf(order)));
        return now;
    }

    private static Set<ItemNumber> itemsOf(SalesOrder order) {
        return order.lines().stream().map(SalesOrder.Line::item).collect(Collectors.toSet());
    }

    private static void checkCustomer(SalesOrder order, Shipment shipment, Findings findings) {
        shipment.customer()
                .filter(customer -> !customer.equals(order.customer()))
                .ifPresent(customer -> findings.breach(
                        CUSTOMER_DIFFERS,
                        ViolationPath.of("customer"),
                        order.reference() + " is for " + order.customer() + ", not for " + customer
                                + ": check who got the goods"));
    }

    private Optional<SalesOrder> unknown(Optional<EventContext> context, Shipment shipment, Findings findings) {
        Violation unknown = new Violation(
                ORDER_UNKNOWN,
                "salesOrder",
                "sales order " + shipment.order().number() + " is unknown: send it"
                        + (shipment.customer().isPresent() ? "" : ", or report the shipment with the customer"));
        boolean isNamed = shipment.customer().isPresent();
        if (shipment.lines().isEmpty() || !isNamed && !findings.isReport()) {
            findings.add(unknown);
            return Optional.empty();
        }
        findings.breach(unknown);
        PartyId customer = shipment.customer().orElse(ToldParties.UNNAMED);
        if (!isNamed) {
            ToldParties.check(parties, customer, CUSTOMER_UNKNOWN, ViolationPath.of("customer"), findings);
        }
        return Optional.of(new SalesOrder(
                shipment.order().number(),
                customer,
                "",
                shipment.context().site(),
                context.map(EventContext::localDate).orElse(LocalDate.EPOCH),
                List.of()));
    }

    /** @return who got the goods */
    static PartyId receiver(SalesOrder order, Shipment shipment) {
        return shipment.customer().orElse(order.customer());
    }
}
