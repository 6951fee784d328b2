package org.lottrace.movement.capture.internal;

import static org.lottrace.api.event.PlaceKind.LOCATION;
import static org.lottrace.api.event.PlaceKind.PRODUCTION_ORDER;
import static org.lottrace.api.event.PlaceKind.TRANSFORMATION;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Item;
import org.lottrace.api.movement.store.ProductionOrderStore.Kept;
import org.lottrace.api.movement.store.ProductionOrderStore.Moved;
import org.lottrace.api.order.ProductionOrder;
import org.lottrace.api.order.ProductionProgress;
import org.lottrace.api.order.ProductionRole;
import org.lottrace.api.order.ProductionStatus;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitMismatchException;
import org.lottrace.api.quantity.UnitOfMeasure;

/**
 * A production order beside what was moved for it. A reversal moves back, so everything is a sum.
 *
 * @param kept as it was planned
 * @param moved for it, by all events
 * @param items of both, by number
 */
record PlannedOrder(Kept kept, List<Moved> moved, Map<ItemNumber, Item> items) {
    /** @param outgoing whether what comes out is asked for, else what goes in */
    boolean plans(ItemNumber item, boolean outgoing) {
        return lines(outgoing).stream().anyMatch(line -> line.item().equals(item));
    }

    private List<ProductionOrder.Line> lines(boolean outgoing) {
        return kept.order().lines().stream()
                .filter(line -> line.role().isOutput() == outgoing)
                .toList();
    }

    /** @return how much of the item is planned to go in, with scrap, or to come out, in its base unit */
    Quantity planned(ItemNumber item, boolean outgoing) {
        return lines(outgoing).stream()
                .filter(line -> line.item().equals(item))
                .map(line -> planned(line, outgoing))
                .reduce(zero(item), Quantity::plus);
    }

    private Quantity planned(ProductionOrder.Line line, boolean outgoing) {
        Quantity quantity = outgoing ? line.quantity() : line.withScrap();
        Item item = items.get(line.item());
        try {
            return new Quantity(
                    quantity.amount()
                            .multiply(item.baseUnitsIn(quantity.unit()))
                            .setScale(Quantity.MAXIMUM_SCALE, RoundingMode.HALF_UP),
                    item.baseUnit());
        } catch (UnitMismatchException unitIsGone) {
            return zero(line.item());
        }
    }

    /** @return how much of the item went in, less what came back, or came out */
    Quantity actual(ItemNumber item, boolean outgoing) {
        return outgoing
                ? net(
                        item,
                        one -> one.from() == TRANSFORMATION && one.to() == LOCATION,
                        one -> one.from() == LOCATION && one.to() == TRANSFORMATION)
                : net(
                        item,
                        one -> one.to() == PRODUCTION_ORDER && one.from() != TRANSFORMATION,
                        one -> one.from() == PRODUCTION_ORDER && one.to() != TRANSFORMATION);
    }

    private Quantity inProcess(ItemNumber item) {
        return net(item, one -> one.to() == PRODUCTION_ORDER, one -> one.from() == PRODUCTION_ORDER);
    }

    private Quantity net(ItemNumber item, Predicate<Moved> there, Predicate<Moved> back) {
        return sum(item, there).minus(sum(item, back));
    }

    private Quantity sum(ItemNumber item, Predicate<Moved> moves) {
        return moved.stream()
                .filter(one -> one.item().equals(item) && moves.test(one))
                .map(Moved::quantity)
                .reduce(zero(item), Quantity::plus);
    }

    private Quantity zero(ItemNumber item) {
        return Quantity.zero(unit(item));
    }

    private UnitOfMeasure unit(ItemNumber item) {
        return items.get(item).baseUnit();
    }

    ProductionProgress progress() {
        List<ProductionProgress.Line> lines = new ArrayList<>();
        lines.addAll(side(false));
        lines.addAll(side(true));
        return new ProductionProgress(kept.order(), status(), kept.closedAt(), lines);
    }

    private ProductionStatus status() {
        if (kept.closedAt().isPresent()) {
            return ProductionStatus.CLOSED;
        }
        boolean isMade = kept.order()
                .mainProduct()
                .filter(main -> actual(main.item(), true).compareTo(planned(main.item(), true)) >= 0)
                .isPresent();
        boolean isStarted = moved.stream()
                .map(Moved::item)
                .anyMatch(item ->
                        actual(item, false).isPositive() || actual(item, true).isPositive());
        return isMade ? ProductionStatus.FINISHED : isStarted ? ProductionStatus.STARTED : ProductionStatus.PLANNED;
    }

    private Collection<ProductionProgress.Line> side(boolean outgoing) {
        Map<ItemNumber, ProductionProgress.Line> lines = new LinkedHashMap<>();
        lines(outgoing).forEach(line -> lines.putIfAbsent(line.item(), line(line.role(), line.item(), outgoing)));
        PlaceKind end = outgoing ? TRANSFORMATION : PRODUCTION_ORDER;
        moved.stream()
                .filter(one -> one.from() == end || one.to() == end)
                .map(Moved::item)
                .distinct()
                .filter(item ->
                        !lines.containsKey(item) && !actual(item, outgoing).isZero())
                .forEach(item -> lines.put(
                        item, line(outgoing ? ProductionRole.CO_PRODUCT : ProductionRole.COMPONENT, item, outgoing)));
        return lines.values();
    }

    private ProductionProgress.Line line(ProductionRole role, ItemNumber item, boolean outgoing) {
        return new ProductionProgress.Line(
                role, item, planned(item, outgoing), actual(item, outgoing), outgoing ? zero(item) : inProcess(item));
    }

    /** @return every item that is planned or was moved */
    static List<ItemNumber> itemsOf(Collection<Kept> orders, Collection<Moved> moved) {
        Set<ItemNumber> items = new LinkedHashSet<>();
        orders.forEach(kept -> kept.order().lines().forEach(line -> items.add(line.item())));
        moved.forEach(one -> items.add(one.item()));
        return List.copyOf(items);
    }
}
