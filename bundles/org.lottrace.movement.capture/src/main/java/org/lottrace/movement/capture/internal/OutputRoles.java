package org.lottrace.movement.capture.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.LinePrice;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.order.ProductionOrder;
import org.lottrace.api.order.ProductionRole;
import org.lottrace.api.quantity.UnitMismatchException;

/**
 * As what the plan of an order has each output come out, and what share of the cost that gives it. It is put into the record, so
 * that the cost comes out the same whatever becomes of the plan. Without a plan nothing is said, and the cost is shared by quantity.
 */
final class OutputRoles {
    private static final int SCALE = 10;

    private final Optional<PlannedOrder> plan;

    OutputRoles(Optional<PlannedOrder> plan) {
        this.plan = plan;
    }

    private Optional<ProductionOrder.Line> planned(ItemNumber item) {
        return plan.stream()
                .flatMap(order -> order.kept().order().lines().stream())
                .filter(line -> line.role().isOutput() && line.item().equals(item))
                .findFirst();
    }

    /** @return the line saying as what it came out, and what a by-product can be sold for */
    EventLine tell(EventLine line) {
        ItemNumber item = line.lot().item();
        return planned(item)
                .map(of -> new EventLine(
                        line.lot(),
                        line.from(),
                        line.to(),
                        line.quantity(),
                        line.entered(),
                        line.orderLine(),
                        of.role() == ProductionRole.BY_PRODUCT ? price(of) : Optional.empty(),
                        Stream.concat(
                                        line.keyData().stream(),
                                        Stream.of(KeyDataElement.OUTPUT_ROLE.is(
                                                new KeyDataValue.Code(of.role().code()))))
                                .toList()))
                .orElse(line);
    }

    private Optional<LinePrice> price(ProductionOrder.Line line) {
        try {
            return line.realisableValue()
                    .map(value -> LinePrice.of(plan.orElseThrow().items().get(line.item()), value));
        } catch (UnitMismatchException unitIsGone) {
            return Optional.empty();
        }
    }

    /** @param made how much there is of each lot that shares what was consumed */
    List<KeyDatum> shares(SortedMap<LotKey, BigDecimal> made) {
        if (!isSaid()) {
            return List.of();
        }
        boolean isByShare = plan.orElseThrow().kept().order().lines().stream()
                .anyMatch(line -> line.costShare().isPresent());
        Map<LotKey, BigDecimal> weights = new TreeMap<>();
        made.forEach((lot, amount) -> {
            Optional<ProductionOrder.Line> line = planned(lot.item());
            if (line.map(ProductionOrder.Line::role)
                    .orElse(ProductionRole.CO_PRODUCT)
                    .isJointProduct()) {
                weights.put(lot, isByShare ? share(line, lot, made) : amount);
            }
        });
        return weights.values().stream().noneMatch(weight -> weight.signum() > 0)
                ? List.of()
                : weights.entrySet().stream()
                        .map(one -> KeyDataElement.COST_SHARE.is(
                                new KeyDataValue.Text(one.getValue().toPlainString() + " " + one.getKey())))
                        .toList();
    }

    private boolean isSaid() {
        return plan.stream()
                .flatMap(order -> order.kept().order().lines().stream())
                .anyMatch(line -> line.costShare().isPresent()
                        || line.role().isOutput() && !line.role().isJointProduct());
    }

    /** The lots of an item share by quantity what the item bears. */
    private static BigDecimal share(
            Optional<ProductionOrder.Line> line, LotKey lot, SortedMap<LotKey, BigDecimal> made) {
        BigDecimal ofItem = made.entrySet().stream()
                .filter(one -> one.getKey().item().equals(lot.item()))
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return line.flatMap(ProductionOrder.Line::costShare)
                .orElse(BigDecimal.ZERO)
                .multiply(made.get(lot))
                .divide(ofItem, SCALE, RoundingMode.HALF_UP)
                .stripTrailingZeros();
    }
}
