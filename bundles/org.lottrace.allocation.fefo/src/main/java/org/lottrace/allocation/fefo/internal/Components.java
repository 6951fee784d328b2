package org.lottrace.allocation.fefo.internal;

import static org.lottrace.api.event.PlaceKind.PRODUCTION_ORDER;
import static org.lottrace.api.event.PlaceKind.TRANSFORMATION;

import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.movement.store.ProductionOrderStore;
import org.lottrace.api.movement.store.ProductionOrderStore.Kept;
import org.lottrace.api.movement.store.ProductionOrderStore.Moved;
import org.lottrace.api.order.ProductionOrder;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitMismatchException;

/** What production orders want of their components, and what has gone into them. */
final class Components {
    private final ProductionOrderStore orders;
    private final ItemStore items;

    Components(ProductionOrderStore orders, ItemStore items) {
        this.orders = orders;
        this.items = items;
    }

    /** @return those that are known, by number */
    List<ComponentDemand> with(Collection<String> numbers) {
        List<Kept> found = numbers.isEmpty() ? List.of() : orders.withNumbers(numbers);
        Map<ItemNumber, Item> known = known(found);
        return found.stream().map(kept -> demand(kept, known)).toList();
    }

    private Map<ItemNumber, Item> known(List<Kept> found) {
        return items
                .withNumbers(found.stream()
                        .flatMap(Components::planned)
                        .map(ProductionOrder.Line::item)
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(Item::number, Function.identity()));
    }

    private static Stream<ProductionOrder.Line> planned(Kept kept) {
        return kept.order().lines().stream().filter(line -> !line.role().isOutput());
    }

    private static ComponentDemand demand(Kept kept, Map<ItemNumber, Item> known) {
        return new ComponentDemand(
                kept.order(),
                planned(kept)
                        .map(line -> new ComponentDemand.Component(
                                line.number(),
                                line.item(),
                                kept.closedAt().isPresent()
                                        ? Quantity.zero(known.get(line.item()).baseUnit())
                                        : wanted(line, known.get(line.item()))))
                        .toList());
    }

    /** As what is planned is compared with what went in. An item that has the unit no more wants nothing. */
    private static Quantity wanted(ProductionOrder.Line line, Item item) {
        Quantity quantity = line.withScrap();
        try {
            return new Quantity(
                    quantity.amount()
                            .multiply(item.baseUnitsIn(quantity.unit()))
                            .setScale(Quantity.MAXIMUM_SCALE, RoundingMode.HALF_UP),
                    item.baseUnit());
        } catch (UnitMismatchException unitIsGone) {
            return Quantity.zero(item.baseUnit());
        }
    }

    /** @return by line; of an item with several lines the first ones are served first */
    Map<OrderLineReference, Quantity> consumed(Collection<ComponentDemand> demands) {
        if (demands.isEmpty()) {
            return Map.of();
        }
        Map<String, List<Moved>> moved = orders
                .moved(demands.stream().map(ComponentDemand::number).toList())
                .stream()
                .collect(Collectors.groupingBy(Moved::order));
        Map<OrderLineReference, Quantity> consumed = new HashMap<>();
        demands.forEach(demand -> share(demand, moved.getOrDefault(demand.number(), List.of()), consumed));
        return consumed;
    }

    private static void share(ComponentDemand demand, List<Moved> moved, Map<OrderLineReference, Quantity> consumed) {
        demand.lines().stream()
                .collect(Collectors.groupingBy(ComponentDemand.Component::item))
                .forEach((item, lines) -> net(item, moved).ifPresent(all -> {
                    Quantity left = all;
                    List<ComponentDemand.Component> inOrder = lines.stream()
                            .sorted(Comparator.comparingInt(ComponentDemand.Component::number))
                            .toList();
                    for (ComponentDemand.Component line : inOrder) {
                        boolean isLast = line == inOrder.get(inOrder.size() - 1);
                        Quantity part = isLast ? left : left.min(line.quantity());
                        left = left.minus(part);
                        if (part.isPositive()) {
                            consumed.put(new OrderLineReference(demand.reference(), line.number()), part);
                        }
                    }
                }));
    }

    /** @return what went in, less what came back; empty when nothing of it was moved */
    private static Optional<Quantity> net(ItemNumber item, List<Moved> moved) {
        return moved.stream()
                .filter(one -> one.item().equals(item))
                .map(one -> {
                    if (one.to() == PRODUCTION_ORDER && one.from() != TRANSFORMATION) {
                        return one.quantity();
                    }
                    return one.from() == PRODUCTION_ORDER && one.to() != TRANSFORMATION
                            ? one.quantity().negated()
                            : Quantity.zero(one.quantity().unit());
                })
                .reduce(Quantity::plus);
    }
}
