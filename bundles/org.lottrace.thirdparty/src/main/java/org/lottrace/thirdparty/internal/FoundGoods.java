package org.lottrace.thirdparty.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.thirdparty.StockDocument;

/** The goods of one lot in a document, in the base unit, each position once as a count wants it. */
final class FoundGoods {
    private FoundGoods() {}

    static List<StockDocument.Line> of(
            StockDocument document, LotKey lot, Function<StockDocument.Line, Quantity> inBaseUnit) {
        Map<List<Object>, StockDocument.Line> found = new LinkedHashMap<>();
        document.lines().stream()
                .filter(line -> MeantLots.known(line).equals(Optional.of(lot)))
                .map(line -> Amounts.with(line, inBaseUnit.apply(line)))
                .forEach(line -> found.merge(
                        List.of(line.container(), line.condition()),
                        line,
                        (one, other) -> Amounts.with(one, one.quantity().plus(other.quantity()))));
        return List.copyOf(found.values());
    }
}
