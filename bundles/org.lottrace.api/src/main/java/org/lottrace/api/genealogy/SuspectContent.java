package org.lottrace.api.genealogy;

import java.util.Objects;

/**
 * The suspect goods in a lot, as of the ledger position of the trace.
 *
 * @param contained what ever went into the lot
 * @param onHand what of it is in own stock, work in process included
 * @param outside what of it parties outside have
 */
public record SuspectContent(SuspectQuantity contained, SuspectQuantity onHand, SuspectQuantity outside) {
    public SuspectContent {
        Objects.requireNonNull(contained);
        Objects.requireNonNull(onHand);
        Objects.requireNonNull(outside);
    }
}
