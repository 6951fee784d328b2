package org.lottrace.movement.capture.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.violation.ViolationPath;

/**
 * A line of a request after the shared checks.
 *
 * @param line its number in the request, 1 for the first
 * @param lot the one lot that was meant
 * @param position where it is, or where it was put down
 * @param quantity in the base unit of the item
 * @param entered as it was scanned
 * @param keyData what else is said of it
 */
record Goods(int line, Lot lot, Position position, Quantity quantity, Quantity entered, List<KeyDatum> keyData) {
    /** Goods of which nothing else is said. */
    Goods(int line, Lot lot, Position position, Quantity quantity, Quantity entered) {
        this(line, lot, position, quantity, entered, List.of());
    }

    /** @return how much of the lot is where, before it moves */
    StockBalance balance() {
        return new StockBalance(lot.key(), position, quantity);
    }

    EventLine movedTo(Position to) {
        return moved(position, to, Optional.empty());
    }

    EventLine movedTo(Position to, OrderLineReference orderLine) {
        return moved(position, to, Optional.of(orderLine));
    }

    EventLine comingFrom(Position from) {
        return moved(from, position, Optional.empty());
    }

    private EventLine moved(Position from, Position to, Optional<OrderLineReference> orderLine) {
        return new EventLine(lot.key(), from, to, quantity, entered, orderLine, Optional.empty(), keyData);
    }

    /** @return path of the line in the request */
    ViolationPath path() {
        return Findings.line(line);
    }

    static Set<ItemNumber> itemsOf(List<Goods> goods) {
        return goods.stream().map(g -> g.lot().key().item()).collect(Collectors.toSet());
    }

    static List<Lot> lotsOf(List<Goods> goods) {
        return goods.stream().map(Goods::lot).distinct().toList();
    }
}
