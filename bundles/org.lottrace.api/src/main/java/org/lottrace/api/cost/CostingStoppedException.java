package org.lottrace.api.cost;

import org.lottrace.api.event.EventId;

/**
 * An event of the ledger cannot be booked, so what depends on it is not booked either: an answer about that would be wrong, and none is
 * given. Costing goes on by itself once the reason is gone.
 */
public final class CostingStoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient EventId event;
    private final long ledgerPosition;

    /**
     * @param event the event that cannot be booked
     * @param ledgerPosition where it stands in the ledger
     * @param reason why, and what to do
     */
    public CostingStoppedException(EventId event, long ledgerPosition, String reason) {
        super("not booked yet is event " + event + " at ledger position " + ledgerPosition + ": " + reason);
        this.event = event;
        this.ledgerPosition = ledgerPosition;
    }

    /** @return the event that cannot be booked */
    public EventId event() {
        return event;
    }

    /** @return where it stands in the ledger */
    public long ledgerPosition() {
        return ledgerPosition;
    }
}
