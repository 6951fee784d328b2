package org.lottrace.allocation.fefo.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.allocation.store.TransferOrderStore;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.EnteredQuantity;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.master.MasterReference;
import org.lottrace.api.master.MasterStep;
import org.lottrace.api.master.store.MasterStepStore;
import org.lottrace.api.order.TransferOrder;
import org.lottrace.api.order.TransferOrders;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/** What speaks against transfer orders; a path is {@code orders[n].lines[m].…}, counted from 1. */
final class TransferOrderRules {
    private final SiteStore sites;
    private final ItemStore items;
    private final MasterStepStore masters;
    private final TransferOrderStore orders;

    TransferOrderRules(SiteStore sites, ItemStore items, MasterStepStore masters, TransferOrderStore orders) {
        this.sites = sites;
        this.items = items;
        this.masters = masters;
        this.orders = orders;
    }

    List<Violation> against(List<TransferOrder> toSave) {
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < toSave.size(); i++) {
            check(toSave.get(i), ViolationPath.of("orders", i + 1), violations);
        }
        return violations;
    }

    private void check(TransferOrder order, ViolationPath path, List<Violation> violations) {
        checkSite(order.fromSite(), path.then("fromSite"), violations);
        checkSite(order.toSite(), path.then("toSite"), violations);
        if (order.fromSite().equals(order.toSite())) {
            violations.add(new Violation(
                    TransferOrders.SAME_SITE,
                    path.then("toSite"),
                    "the goods are at site " + order.toSite() + " already: move them within it"));
        }
        if (order.lines().isEmpty()) {
            violations.add(new Violation("LINES_MISSING", path.then("lines"), "say what is to be sent"));
        }
        violations.addAll(closed(order, path));
        Set<Integer> numbers = new HashSet<>();
        for (int i = 0; i < order.lines().size(); i++) {
            TransferOrder.Line line = order.lines().get(i);
            ViolationPath linePath = path.then("lines", i + 1);
            if (!numbers.add(line.number())) {
                violations.add(new Violation(
                        "LINE_REPEATED",
                        linePath.then("number"),
                        "line " + line.number() + " is there twice; give each line its own number"));
            }
            check(line, linePath, violations);
        }
    }

    private void checkSite(SiteId site, ViolationPath path, List<Violation> violations) {
        if (sites.find(site).isEmpty()) {
            violations.add(new Violation("SITE_UNKNOWN", path, "site " + site + " is not known; send it first"));
        }
    }

    private void check(TransferOrder.Line line, ViolationPath path, List<Violation> violations) {
        if (!line.quantity().isPositive()) {
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
    }

    /** An order names nothing that is closed, unless it named it before. */
    private List<Violation> closed(TransferOrder order, ViolationPath path) {
        Map<MasterReference, MasterStep> closed = masters.closed();
        Map<ViolationPath, MasterReference> named = named(order, path);
        named.values().removeIf(master -> !closed.containsKey(master));
        if (!named.isEmpty()) {
            orders.find(order.number()).ifPresent(known -> named.values()
                    .removeAll(named(known, path).values()));
        }
        return named.entrySet().stream()
                .map(one -> closed.get(one.getValue()).refusal(one.getKey()))
                .toList();
    }

    private static Map<ViolationPath, MasterReference> named(TransferOrder order, ViolationPath path) {
        Map<ViolationPath, MasterReference> named = new LinkedHashMap<>();
        named.put(path.then("fromSite"), MasterReference.of(order.fromSite()));
        named.put(path.then("toSite"), MasterReference.of(order.toSite()));
        for (int i = 0; i < order.lines().size(); i++) {
            named.put(
                    path.then("lines", i + 1).then("item"),
                    MasterReference.of(order.lines().get(i).item()));
        }
        return named;
    }
}
