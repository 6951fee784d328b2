package org.lottrace.quality.internal;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quality.DispositionHistory;
import org.lottrace.api.quality.LotDisposition;

/** What was known of a lot and decided about it, told again from its events. What was reversed later stands in an answer of before. */
final class PastDecisions {
    private final LedgerStore ledger;

    PastDecisions(LedgerStore ledger) {
        this.ledger = ledger;
    }

    /**
     * @param lot as it was known; empty when it was registered later
     * @param disposition empty when it had never been anything but sellable
     */
    record Known(Optional<Lot> lot, Optional<LotDisposition> disposition) {}

    /** @param lot as it is known now, which is how it was when no event says what is known of it */
    Known of(Lot lot, AsOf asOf) {
        List<RecordedEvent> all = ledger.decisionsOf(List.of(lot.key()), Long.MAX_VALUE);
        List<RecordedEvent> counting = ledger.counting(all, asOf);
        return new Known(LedgerStore.known(lot, all, counting), disposition(lot.key(), counting));
    }

    /** @return empty when it had never been anything but sellable */
    Optional<LotDisposition> dispositionOf(LotKey lot, AsOf asOf) {
        return disposition(lot, ledger.decisionsOf(List.of(lot), asOf));
    }

    /**
     * @param lots of which anything was ever decided
     * @return those that were not sellable as a whole or in part, by lot
     */
    List<LotDisposition> notSellable(List<LotKey> lots, AsOf asOf) {
        DispositionHistory history = new DispositionHistory();
        ledger.decisionsOf(lots, asOf).forEach(recorded -> history.take(recorded.event()));
        return history.all().stream()
                .filter(one -> one.disposition() != Disposition.SELLABLE
                        || one.holds().stream().anyMatch(hold -> hold.at().isPresent()))
                .toList();
    }

    private static Optional<LotDisposition> disposition(LotKey lot, List<RecordedEvent> counting) {
        DispositionHistory history = new DispositionHistory();
        counting.forEach(recorded -> history.take(recorded.event()));
        return history.of(lot);
    }
}
