package org.lottrace.cost.internal;

import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/** What left in shipments, by lot and sales order line, at what it cost then; each shipment is read once. */
final class ShippedGoods {
    static final Comparator<OrderLineReference> BY_NUMBER = Comparator.comparing(
                    (OrderLineReference line) -> line.order().number())
            .thenComparing(OrderLineReference::line);

    private final LotCosting costing;
    private final Map<DocumentReference, Map<LotKey, Map<OrderLineReference, CostedQuantity>>> shipments =
            new HashMap<>();

    ShippedGoods(LotCosting costing) {
        this.costing = costing;
    }

    /** @return that part of the lot in that shipment at what it cost; empty when the journal does not know it */
    Optional<CostedQuantity> cost(DocumentReference shipment, LotKey lot, Quantity quantity) {
        return ofLot(shipment, lot).values().stream()
                .reduce(CostedQuantity::plus)
                .map(known -> new CostedQuantity(quantity, Layer.share(known, quantity)));
    }

    /**
     * Splits a part of the lot in that shipment over the order lines it left for, as nobody knows for which of them it was:
     * by the quantity shipped, cut to the decimals of a quantity, and the last line takes the rest.
     *
     * @return each with its share of the cost, by order and line
     */
    Map<OrderLineReference, CostedQuantity> split(DocumentReference shipment, LotKey lot, Quantity quantity) {
        Map<OrderLineReference, CostedQuantity> shipped = ofLot(shipment, lot);
        Map<OrderLineReference, CostedQuantity> parts = new LinkedHashMap<>();
        Optional<Quantity> all =
                shipped.values().stream().map(CostedQuantity::quantity).reduce(Quantity::plus);
        Quantity left = quantity;
        int linesLeft = shipped.size();
        for (Map.Entry<OrderLineReference, CostedQuantity> line : shipped.entrySet()) {
            linesLeft--;
            CostedQuantity known = line.getValue();
            Quantity part = linesLeft == 0 ? left : share(quantity, known.quantity(), all.orElseThrow());
            parts.put(line.getKey(), new CostedQuantity(part, Layer.share(known, part)));
            left = left.minus(part);
        }
        return parts;
    }

    private static Quantity share(Quantity quantity, Quantity part, Quantity all) {
        return new Quantity(
                quantity.amount()
                        .multiply(part.amount())
                        .divide(all.amount(), Quantity.MAXIMUM_SCALE, RoundingMode.DOWN),
                quantity.unit());
    }

    private Map<OrderLineReference, CostedQuantity> ofLot(DocumentReference shipment, LotKey lot) {
        return shipments.computeIfAbsent(shipment, this::read).getOrDefault(lot, Map.of());
    }

    private Map<LotKey, Map<OrderLineReference, CostedQuantity>> read(DocumentReference shipment) {
        Map<LotKey, Map<OrderLineReference, CostedQuantity>> byLot = new HashMap<>();
        ReversedEntries.without(costing.journal(shipment)).stream()
                .filter(entry -> entry.type() == EventType.SHIP)
                .flatMap(entry -> entry.lines().stream())
                .filter(line -> line.account() == Account.COST_OF_GOODS_SOLD)
                .forEach(line -> byLot.computeIfAbsent(line.lot().orElseThrow(), lot -> new TreeMap<>(BY_NUMBER))
                        .merge(line.orderLine().orElseThrow(), Books.costed(line), CostedQuantity::plus));
        return byLot;
    }
}
