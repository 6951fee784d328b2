package org.lottrace.handover.internal.file;

import java.util.Comparator;
import java.util.Optional;
import org.lottrace.api.cost.Account;
import org.lottrace.api.lot.LotKey;

/**
 * Where a line of the journal is posted.
 *
 * @param lot absent for the account itself, also for all of it together
 */
record Place(Account account, Optional<LotKey> lot) implements Comparable<Place> {
    private static final Comparator<Optional<LotKey>> BY_LOT =
            Comparator.comparing(lot -> lot.orElse(null), Comparator.nullsFirst(Comparator.<LotKey>naturalOrder()));
    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::account).thenComparing(Place::lot, BY_LOT);

    /** @return the account with all its lots */
    Place whole() {
        return new Place(account, Optional.empty());
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
