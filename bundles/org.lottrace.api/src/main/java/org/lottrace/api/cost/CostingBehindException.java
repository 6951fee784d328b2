package org.lottrace.api.cost;

/** The books do not have all events yet, so an answer would be wrong, and none is given. Ask again later. */
public final class CostingBehindException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param isRebuilding whether they are booked again from the first event on
     * @param booked position of the newest event that is booked
     * @param head position of the newest event in the ledger
     */
    public CostingBehindException(boolean isRebuilding, long booked, long head) {
        super((isRebuilding ? "the books are being built again" : "the books are behind the ledger") + ", booked "
                + booked + " of " + head + " events: ask again when cost:progress says that all are booked");
    }
}
