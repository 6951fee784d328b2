package org.lottrace.api.recall;

import java.util.Objects;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * An affected lot with its quantities when the version of the scope was made, in its base unit.
 *
 * @param lot which lot
 * @param level shortest number of edges from a suspect; 0 for a suspect
 * @param onHand in own stock, work in process included
 * @param shipped to customers until then
 * @param returned by customers until then
 */
public record ScopeLot(LotKey lot, int level, Quantity onHand, Quantity shipped, Quantity returned) {
    public ScopeLot {
        Objects.requireNonNull(lot);
        Objects.requireNonNull(onHand);
        Objects.requireNonNull(shipped);
        Objects.requireNonNull(returned);
    }
}
