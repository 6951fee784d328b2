package org.lottrace.thirdparty.internal;

import java.util.Optional;
import org.lottrace.api.lot.Item;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.thirdparty.StockDocument;

/** What a line says how much of. */
final class Amounts {
    private Amounts() {}

    /** @return in the base unit; empty when that cannot express it */
    static Optional<Quantity> inBaseUnit(Item item, Quantity quantity) {
        try {
            return Optional.of(item.toBaseUnit(quantity));
        } catch (ArithmeticException notExact) {
            return Optional.empty();
        }
    }

    /** @return the same goods, whatever their quantity */
    static StockDocument.Line without(StockDocument.Line line) {
        return with(line, line.quantity().minus(line.quantity()));
    }

    /** @return the same goods in that quantity */
    static StockDocument.Line with(StockDocument.Line line, Quantity quantity) {
        return new StockDocument.Line(
                line.item(),
                line.issuer(),
                line.lot(),
                quantity,
                line.container(),
                line.location(),
                line.orderLine(),
                line.condition());
    }
}
