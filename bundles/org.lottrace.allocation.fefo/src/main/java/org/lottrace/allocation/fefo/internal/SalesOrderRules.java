package org.lottrace.allocation.fefo.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.allocation.RuleScope;
import org.lottrace.api.lot.EnteredQuantity;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.order.SalesOrders;
import org.lottrace.api.partner.PartyRole;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.quantity.UnitMismatchException;
import org.lottrace.api.quantity.UnitPrice;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/** What speaks against sales orders; a path is {@code orders[n].lines[m].…}, counted from 1. */
final class SalesOrderRules {
    private final PartyStore parties;
    private final SiteStore sites;
    private final ItemStore items;
    private final ClosedInSalesOrders closed;

    SalesOrderRules(PartyStore parties, SiteStore sites, ItemStore items, ClosedInSalesOrders closed) {
        this.parties = parties;
        this.sites = sites;
        this.items = items;
        this.closed = closed;
    }

    List<Violation> against(List<SalesOrder> orders) {
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < orders.size(); i++) {
            check(orders.get(i), ViolationPath.of("orders", i + 1), violations);
        }
        return violations;
    }

    private void check(SalesOrder order, ViolationPath path, List<Violation> violations) {
        if (parties.find(order.customer())
                .filter(party -> party.roles().contains(PartyRole.CUSTOMER))
                .isEmpty()) {
            violations.add(new Violation(
                    "CUSTOMER_UNKNOWN",
                    path.then("customer"),
                    order.customer() + " is not known as a customer; send the party with that role first"));
        }
        if (sites.find(order.shipFrom()).isEmpty()) {
            violations.add(new Violation(
                    "SITE_UNKNOWN",
                    path.then("shipFrom"),
                    "site " + order.shipFrom() + " is not known; send it first"));
        }
        order.channel()
                .filter(RuleScope::isOwn)
                .ifPresent(channel -> violations.add(new Violation(
                        SalesOrders.CHANNEL_RESERVED,
                        path.then("channel"),
                        "channel " + channel
                                + " means what the company itself wants; call the channel of the sale otherwise")));
        violations.addAll(closed.against(order, path));
        Set<Integer> numbers = new HashSet<>();
        for (int i = 0; i < order.lines().size(); i++) {
            SalesOrder.Line line = order.lines().get(i);
            ViolationPath linePath = path.then("lines", i + 1);
            if (!numbers.add(line.number())) {
                violations.add(new Violation(
                        "LINE_REPEATED",
                        linePath.then("number"),
                        "line " + line.number() + " is there twice; give each line its own number"));
            }
            line.insteadOf()
                    .ifPresent(instead ->
                            violations.addAll(againstSubstitute(order, line, instead, linePath.then("insteadOf"))));
            boolean isReplaced = line.quantity().isZero()
                    && order.lines().stream()
                            .flatMap(one -> one.insteadOf().stream())
                            .anyMatch(instead -> instead.line() == line.number());
            check(line, isReplaced, linePath, violations);
        }
    }

    private List<Violation> againstSubstitute(
            SalesOrder order, SalesOrder.Line line, SalesOrder.InsteadOf instead, ViolationPath path) {
        Optional<SalesOrder.Line> ordered =
                order.line(instead.line()).filter(one -> one.insteadOf().isEmpty() && one.number() != line.number());
        List<Violation> violations = new ArrayList<>();
        if (ordered.isEmpty()) {
            violations.add(new Violation(
                    "ORDER_LINE_UNKNOWN",
                    path.then("line"),
                    "there is no line " + instead.line()
                            + " that the customer ordered; name the one in whose place it is delivered"));
        }
        if (!instead.quantity().isPositive()) {
            violations.add(new Violation(
                    "QUANTITY_NOT_POSITIVE",
                    path.then("quantity"),
                    instead.quantity() + " is not more than nothing; say how much of the line it replaces"));
        }
        ordered.flatMap(one -> items.find(one.item()))
                .map(Item::baseUnit)
                .filter(unit -> !unit.equals(instead.quantity().unit()))
                .ifPresent(unit -> violations.add(new Violation(
                        "UNIT_UNKNOWN",
                        path.then("quantity"),
                        "say it in the base unit, " + unit + ", not in "
                                + instead.quantity().unit())));
        return violations;
    }

    /** @param isReplaced whether substitutes are delivered for all of it, so that it may want nothing */
    private void check(SalesOrder.Line line, boolean isReplaced, ViolationPath path, List<Violation> violations) {
        if (!line.quantity().isPositive() && !isReplaced) {
            violations.add(new Violation(
                    "QUANTITY_NOT_POSITIVE",
                    path.then("quantity"),
                    line.quantity() + " is not more than nothing; leave the line out or order more"));
        }
        Optional<Item> item = items.find(line.item());
        if (item.isEmpty()) {
            violations.add(new Violation(
                    "ITEM_UNKNOWN", path.then("item"), "item " + line.item() + " is not known; send it first"));
        }
        item.flatMap(known -> EnteredQuantity.against(known, line.quantity(), path.then("quantity")))
                .ifPresent(violations::add);
        item.flatMap(known -> line.price().flatMap(price -> againstPrice(known, price, path)))
                .ifPresent(violations::add);
    }

    private static Optional<Violation> againstPrice(Item item, UnitPrice price, ViolationPath path) {
        try {
            item.baseUnitsIn(price.per());
            return Optional.empty();
        } catch (UnitMismatchException noFactor) {
            return Optional.of(new Violation(
                    "UNIT_UNKNOWN",
                    path.then("price"),
                    "item " + item.number() + " has no unit " + price.per() + "; state the price per " + item.baseUnit()
                            + " or send the item with that pack unit"));
        }
    }
}
