package org.lottrace.api.recall.report;

import java.util.Objects;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * What became of the goods of one lot in one shipment. All in the base unit.
 *
 * @param shipment the shipment the goods left with
 * @param lot which lot
 * @param shipped what left, by the ledger
 * @param returned what came back, by the ledger
 * @param onHand what the consignee still has: their last answer, less what came back since
 * @param destroyed by the consignee, by their last answer
 * @param used sold or used up by the consignee, by their last answer
 * @param subRecalled whether they told their own customers
 * @param answered whether they answered about this line
 */
public record ConsigneeLine(
        DocumentReference shipment,
        LotKey lot,
        Quantity shipped,
        Quantity returned,
        Quantity onHand,
        Quantity destroyed,
        Quantity used,
        boolean subRecalled,
        boolean answered) {
    public ConsigneeLine {
        Objects.requireNonNull(shipment);
        Objects.requireNonNull(lot);
        Objects.requireNonNull(shipped);
        Objects.requireNonNull(returned);
        Objects.requireNonNull(onHand);
        Objects.requireNonNull(destroyed);
        Objects.requireNonNull(used);
    }

    /** @return shipped less everything known; negative when more is claimed than was shipped */
    public Quantity unaccounted() {
        return shipped.minus(returned).minus(onHand).minus(destroyed).minus(used);
    }

    /** @return true when nothing has to be asked any more: they answered, or all came back */
    public boolean isSettled() {
        return answered || !shipped.minus(returned).isPositive();
    }
}
