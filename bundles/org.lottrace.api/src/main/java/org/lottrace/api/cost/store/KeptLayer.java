package org.lottrace.api.cost.store;

import java.util.Objects;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.lot.LotKey;

/**
 * What is left of goods that came in at one cost, of an item that is valued first in, first out.
 *
 * @param lot with which they came in; other lots of the item may be there instead
 * @param place in the row of the layers of the item: the lowest leaves first; no other layer of the item has it
 * @param left what is left; nothing while only the place of the lot counts
 * @param basis quantity and value at the last change of the unit cost
 */
public record KeptLayer(LotKey lot, long place, CostedQuantity left, CostedQuantity basis) {
    public KeptLayer {
        Objects.requireNonNull(lot);
        Objects.requireNonNull(left);
        Objects.requireNonNull(basis);
    }
}
