package org.lottrace.cost.internal;

import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.quantity.Quantity;

/** Goods on consignment become ours before they are used, as {@link ConsignedUse} takes them over for those that use them. */
final class TakeOverRule implements BookingRule {
    private final ConsignedUse consigned;

    TakeOverRule(ConsignedUse consigned) {
        this.consigned = consigned;
    }

    @Override
    public void book(TraceEvent event, Posting posting) {
        for (CostText.TakenOver line : CostText.takenOver(event)) {
            Quantity there = consigned.of(line.lot(), line.quantity(), posting).there();
            if (line.quantity().compareTo(there) > 0) {
                throw new UnbookableEventException(line.quantity() + " of lot " + line.lot()
                        + " are to be taken over, but only " + there + " lie here on consignment");
            }
            consigned.takeOver(line.lot(), line.quantity(), posting);
        }
    }
}
