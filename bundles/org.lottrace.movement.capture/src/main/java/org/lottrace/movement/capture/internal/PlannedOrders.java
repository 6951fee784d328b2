package org.lottrace.movement.capture.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.movement.Production;
import org.lottrace.api.movement.store.ProductionOrderStore;
import org.lottrace.api.movement.store.ProductionOrderStore.Kept;
import org.lottrace.api.movement.store.ProductionOrderStore.Moved;
import org.lottrace.api.order.ProductionOrder;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.violation.ViolationPath;

/**
 * Compares what goes into a production order and comes out of it with its plan. Nothing is found about an order that nobody has
 * planned.
 */
final class PlannedOrders {
    private static final String ORDER_CLOSED = "ORDER_CLOSED";
    private static final String ITEM_NOT_PLANNED = "ITEM_NOT_PLANNED";
    private static final String MORE_THAN_PLANNED = "MORE_THAN_PLANNED";
    private static final String OTHER_WORK_CENTRE = "OTHER_WORK_CENTRE";
    private static final String OTHER_SITE = "OTHER_SITE";

    private final ProductionOrderStore orders;
    private final ItemStore items;
    private final int tolerance;

    /** @param tolerance percent of what is planned by which more may go in or come out */
    PlannedOrders(ProductionOrderStore orders, ItemStore items, int tolerance) {
        this.orders = orders;
        this.items = items;
        this.tolerance = tolerance;
    }

    Optional<PlannedOrder> find(String number) {
        return orders.find(number).map(kept -> with(List.of(kept)).get(0));
    }

    /** @return each with what was moved for it, in their order */
    List<PlannedOrder> with(List<Kept> kept) {
        List<Moved> moved =
                orders.moved(kept.stream().map(one -> one.order().number()).toList());
        Map<ItemNumber, Item> known = items.withNumbers(PlannedOrder.itemsOf(kept, moved)).stream()
                .collect(Collectors.toMap(Item::number, Function.identity()));
        return kept.stream()
                .map(one -> new PlannedOrder(
                        one,
                        moved.stream()
                                .filter(of -> of.order().equals(one.order().number()))
                                .toList(),
                        known))
                .toList();
    }

    /** What the order made goes in again without being planned: rework. */
    void checkConsumed(String number, SiteId site, List<Goods> goods, Findings findings) {
        find(number).ifPresent(planned -> {
            checkOrder(planned, site, "", findings);
            goods.forEach(line -> {
                ItemNumber item = line.lot().key().item();
                if (planned.plans(item, false)) {
                    Quantity now = goods.stream()
                            .filter(other -> other.lot().key().item().equals(item))
                            .map(Goods::quantity)
                            .reduce(Quantity::plus)
                            .orElseThrow();
                    checkAmount(planned, item, now, false, line.path().then("quantity"), findings);
                } else if (!planned.plans(item, true)) {
                    notPlanned(planned, item, line.path().then("lot"), findings);
                }
            });
        });
    }

    /** @return the plan with which it was compared */
    Optional<PlannedOrder> checkMade(Production production, List<ProduceLot.Made> outputs, Findings findings) {
        Optional<PlannedOrder> plan = find(production.productionOrder());
        plan.ifPresent(planned -> {
            checkOrder(planned, production.context().site(), production.line(), findings);
            outputs.forEach(made -> check(planned, made, outputs, findings));
        });
        return plan;
    }

    private void check(PlannedOrder planned, ProduceLot.Made made, List<ProduceLot.Made> outputs, Findings findings) {
        ItemNumber item = made.output().item();
        if (planned.plans(item, true)) {
            Quantity now = outputs.stream()
                    .filter(other -> other.output().item().equals(item))
                    .map(ProduceLot.Made::quantity)
                    .filter(quantity -> quantity.unit().equals(made.quantity().unit()))
                    .reduce(Quantity::plus)
                    .orElseThrow();
            checkAmount(planned, item, now, true, made.path().then("quantity"), findings);
        } else {
            notPlanned(planned, item, made.path().then("item"), findings);
        }
    }

    private static void checkOrder(PlannedOrder planned, SiteId site, String workCentre, Findings findings) {
        ProductionOrder order = planned.kept().order();
        if (planned.kept().closedAt().isPresent()) {
            findings.breach(
                    ORDER_CLOSED,
                    ViolationPath.of("productionOrder"),
                    order.reference() + " is closed: name another order, or report what has happened all the same");
        }
        if (!order.site().equals(site)) {
            findings.breach(
                    OTHER_SITE,
                    ViolationPath.of("site"),
                    order.reference() + " is planned for site " + order.site() + ", not for " + site);
        }
        if (!workCentre.isEmpty()
                && !order.workCentre().isEmpty()
                && !order.workCentre().equals(workCentre)) {
            findings.breach(
                    OTHER_WORK_CENTRE,
                    ViolationPath.of("line"),
                    order.reference() + " is planned for line " + order.workCentre() + ", not for " + workCentre);
        }
    }

    private static void notPlanned(PlannedOrder planned, ItemNumber item, ViolationPath path, Findings findings) {
        findings.breach(
                ITEM_NOT_PLANNED,
                path,
                planned.kept().order().reference() + " does not plan item " + item
                        + ": check the order, or ask the planner");
    }

    /** A quantity that could not be made out is in another unit, and is told already. */
    private void checkAmount(
            PlannedOrder planned,
            ItemNumber item,
            Quantity now,
            boolean outgoing,
            ViolationPath path,
            Findings findings) {
        Quantity agreed = planned.planned(item, outgoing);
        if (!now.unit().equals(agreed.unit())) {
            return;
        }
        Quantity all = planned.actual(item, outgoing).plus(now);
        Quantity more = all.minus(agreed);
        if (more.isPositive() && Tolerance.isExceeded(more, agreed, tolerance)) {
            findings.breach(
                    MORE_THAN_PLANNED,
                    path,
                    "with it " + all + " of item " + item + (outgoing ? " came out of " : " went into ")
                            + planned.kept().order().reference() + ", which plans " + agreed + ": ask the planner");
        }
    }
}
