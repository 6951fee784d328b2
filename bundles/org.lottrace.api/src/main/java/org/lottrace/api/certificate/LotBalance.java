package org.lottrace.api.certificate;

import java.util.Objects;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * The mass balance of a lot: what the lines of the ledger say came and went, against the stock. All in the base unit.
 *
 * @param lot which lot
 * @param received from parties, without returns
 * @param produced out of transformations
 * @param returned back from parties
 * @param found at counts
 * @param onHand in the stock projection now, work in process included
 * @param shipped to parties
 * @param consumed into transformations
 * @param disposed destroyed or thrown away
 * @param missed at counts
 */
public record LotBalance(
        LotKey lot,
        Quantity received,
        Quantity produced,
        Quantity returned,
        Quantity found,
        Quantity onHand,
        Quantity shipped,
        Quantity consumed,
        Quantity disposed,
        Quantity missed) {
    public LotBalance {
        Objects.requireNonNull(lot);
    }

    /** @return all that came: received, produced, returned, found */
    public Quantity came() {
        return received.plus(produced).plus(returned).plus(found);
    }

    /** @return came less all that is accounted for: on hand, shipped, consumed, disposed, missed; zero when complete */
    public Quantity unaccounted() {
        return came().minus(onHand)
                .minus(shipped)
                .minus(consumed)
                .minus(disposed)
                .minus(missed);
    }
}
