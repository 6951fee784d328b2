package org.lottrace.genealogy.internal;

import java.util.Objects;

/**
 * What the graph of this start began with, as the log tells it.
 *
 * @param from the snapshot or the ledger
 * @param position of the last event that was in it; 0 for the ledger
 * @param lots how many lots were in it
 */
record GraphOrigin(String from, long position, long lots) {
    GraphOrigin {
        Objects.requireNonNull(from);
    }

    static GraphOrigin snapshot(long position, long lots) {
        return new GraphOrigin("its snapshot", position, lots);
    }

    /** @param why no snapshot is used */
    static GraphOrigin ledger(String why) {
        return new GraphOrigin("the ledger, " + why, 0, 0);
    }

    @Override
    public String toString() {
        return from + " position=" + position + " lots=" + lots;
    }
}
