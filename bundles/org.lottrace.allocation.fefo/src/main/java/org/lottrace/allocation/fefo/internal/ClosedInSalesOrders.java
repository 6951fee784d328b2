package org.lottrace.allocation.fefo.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.allocation.store.SalesOrderStore;
import org.lottrace.api.master.MasterReference;
import org.lottrace.api.master.MasterStep;
import org.lottrace.api.master.store.MasterStepStore;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/** An order names nothing that is closed, unless it named it before: it may be sent again, made smaller and brought to its end. */
final class ClosedInSalesOrders {
    private final MasterStepStore steps;
    private final SalesOrderStore orders;

    ClosedInSalesOrders(MasterStepStore steps, SalesOrderStore orders) {
        this.steps = steps;
        this.orders = orders;
    }

    List<Violation> against(SalesOrder order, ViolationPath path) {
        Map<MasterReference, MasterStep> closed = steps.closed();
        Map<ViolationPath, MasterReference> named = named(order, path);
        named.values().removeIf(master -> !closed.containsKey(master));
        if (!named.isEmpty()) {
            Optional<SalesOrder> before = orders.find(order.number());
            before.ifPresent(
                    known -> named.values().removeAll(named(known, path).values()));
        }
        return named.entrySet().stream()
                .map(one -> closed.get(one.getValue()).refusal(one.getKey()))
                .toList();
    }

    private static Map<ViolationPath, MasterReference> named(SalesOrder order, ViolationPath path) {
        Map<ViolationPath, MasterReference> named = new LinkedHashMap<>();
        named.put(path.then("customer"), MasterReference.of(order.customer()));
        named.put(path.then("shipFrom"), MasterReference.of(order.shipFrom()));
        for (int i = 0; i < order.lines().size(); i++) {
            named.put(
                    path.then("lines", i + 1).then("item"),
                    MasterReference.of(order.lines().get(i).item()));
        }
        return named;
    }
}
