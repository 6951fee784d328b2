package org.lottrace.movement.capture.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.lottrace.api.master.MasterReference;
import org.lottrace.api.master.MasterStep;
import org.lottrace.api.master.store.MasterStepStore;
import org.lottrace.api.order.ProductionOrder;
import org.lottrace.api.order.PurchaseOrder;
import org.lottrace.api.violation.ViolationPath;

/** An order names nothing that is closed, unless it named it before: it may be sent again, made smaller and brought to its end. */
final class ClosedInOrders {
    private final MasterStepStore steps;

    ClosedInOrders(MasterStepStore steps) {
        this.steps = steps;
    }

    /** @param before the order as it is known, asked for only when something is closed */
    void check(PurchaseOrder order, Supplier<Optional<PurchaseOrder>> before, ViolationPath path, Findings findings) {
        check(
                named(order, path),
                () -> before.get().map(known -> named(known, path)).orElse(Map.of()),
                findings);
    }

    /** @param before the order as it is known, asked for only when something is closed */
    void check(
            ProductionOrder order, Supplier<Optional<ProductionOrder>> before, ViolationPath path, Findings findings) {
        check(
                named(order, path),
                () -> before.get().map(known -> named(known, path)).orElse(Map.of()),
                findings);
    }

    private void check(
            Map<ViolationPath, MasterReference> named,
            Supplier<Map<ViolationPath, MasterReference>> before,
            Findings findings) {
        Map<MasterReference, MasterStep> closed = steps.closed();
        named.forEach((path, master) -> Optional.ofNullable(closed.get(master))
                .filter(step -> !before.get().containsValue(master))
                .ifPresent(step -> findings.breach(step.refusal(path))));
    }

    private static Map<ViolationPath, MasterReference> named(PurchaseOrder order, ViolationPath path) {
        Map<ViolationPath, MasterReference> named = new LinkedHashMap<>();
        named.put(path.then("supplier"), MasterReference.of(order.supplier()));
        named.put(path.then("site"), MasterReference.of(order.site()));
        for (int i = 0; i < order.lines().size(); i++) {
            named.put(
                    path.then("lines", i + 1).then("item"),
                    MasterReference.of(order.lines().get(i).item()));
        }
        return named;
    }

    private static Map<ViolationPath, MasterReference> named(ProductionOrder order, ViolationPath path) {
        Map<ViolationPath, MasterReference> named = new LinkedHashMap<>();
        named.put(path.then("site"), MasterReference.of(order.site()));
        for (int i = 0; i < order.lines().size(); i++) {
            named.put(
                    path.then("lines", i + 1).then("item"),
                    MasterReference.of(order.lines().get(i).item()));
        }
        return named;
    }
}
