package org.lottrace.api.cost;

import java.util.List;
import java.util.Objects;
import org.lottrace.api.lot.LotKey;

/**
 * The value of a lot by cost element: those of what it was made of are kept apart, too.
 *
 * @param lot which lot
 * @param onStock every element, in the order of their definition; together the value of {@link LotCost#onStock}
 * @param inProcess the same of {@link LotCost#inProcess}
 */
public record LotElements(LotKey lot, List<ElementAmount> onStock, List<ElementAmount> inProcess) {
    public LotElements {
        Objects.requireNonNull(lot);
        onStock = List.copyOf(onStock);
        inProcess = List.copyOf(inProcess);
    }
}
