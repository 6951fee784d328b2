package org.lottrace.cost.internal;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * What is still sold of a shipment, by lot and sales order line, while goods of it come back. Nobody knows for which order line a piece
 * had left: the first that still has some of the lot gets it back.
 *
 * <p>Where something came back without an order line, because more came than had left, the lot counts as a whole.
 */
final class StillSold {
    private static final Comparator<Part> BY_ORDER_LINE =
            Comparator.comparing(part -> part.orderLine().orElse(null), Comparator.nullsFirst(ShippedGoods.BY_NUMBER));

    private final Map<Part, Layer> parts;

    private StillSold(Map<Part, Layer> parts) {
        this.parts = parts;
    }

    private record Part(LotKey lot, Optional<OrderLineReference> orderLine) {}

    /** @param ofShipment every entry that names the shipment */
    static StillSold of(List<JournalEntry> ofShipment) {
        Set<LotKey> whole = new HashSet<>();
        ofShipment.stream()
                .flatMap(entry -> entry.lines().stream())
                .filter(line -> line.account() == Account.COST_OF_GOODS_SOLD
                        && line.orderLine().isEmpty())
                .forEach(line -> whole.add(line.lot().orElseThrow()));
        return new StillSold(Books.balances(ofShipment, Account.COST_OF_GOODS_SOLD, line -> {
            LotKey lot = line.lot().orElseThrow();
            return new Part(lot, whole.contains(lot) ? Optional.empty() : line.orderLine());
        }));
    }

    /** @return what comes back by order line, at most the quantity; less when less is sold */
    Map<Optional<OrderLineReference>, CostedQuantity> takeBack(LotKey lot, Quantity quantity) {
        Map<Optional<OrderLineReference>, CostedQuantity> returned = new LinkedHashMap<>();
        Quantity open = quantity;
        for (Part part : ofLot(lot)) {
            Layer left = parts.get(part);
            Quantity taken = open.min(left.left().quantity());
            if (taken.isPositive()) {
                CostedQuantity back = left.issue(taken);
                parts.put(part, left.plus(back.negated()));
                returned.put(part.orderLine(), back);
                open = open.minus(taken);
            }
        }
        return returned;
    }

    private List<Part> ofLot(LotKey lot) {
        return parts.keySet().stream()
                .filter(part -> part.lot().equals(lot))
                .sorted(BY_ORDER_LINE)
                .toList();
    }
}
