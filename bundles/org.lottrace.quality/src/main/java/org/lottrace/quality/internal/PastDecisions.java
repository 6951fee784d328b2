package org.lottrace.quality.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.event.InForce;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.genealogy.AsOf;
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
        List<RecordedEvent> counting = counting(lot.key(), asOf);
        return new Known(known(lot, counting), disposition(lot.key(), counting));
    }

    /** @return empty when it had never been anything but sellable */
    Optional<LotDisposition> dispositionOf(LotKey lot, AsOf asOf) {
        return disposition(lot, counting(lot, asOf));
    }

    private List<RecordedEvent> counting(LotKey lot, AsOf asOf) {
        return ledger.decisionsOf(List.of(lot), upTo(asOf)).stream()
                .filter(recorded -> counts(recorded, asOf))
                .toList();
    }

    private static Optional<LotDisposition> disposition(LotKey lot, List<RecordedEvent> counting) {
        DispositionHistory history = new DispositionHistory();
        counting.forEach(recorded -> history.take(recorded.event()));
        return history.of(lot);
    }

    /** A reversal takes its event back as of when that happened. */
    private static boolean counts(RecordedEvent recorded, AsOf asOf) {
        return InForce.reversedBy(recorded.event()).isPresent()
                || asOf.hasHappened(recorded.event().context().effective());
    }

    private long upTo(AsOf asOf) {
        long position = asOf.position().orElse(Long.MAX_VALUE);
        return asOf.knownAt()
                .map(instant -> Math.min(position, ledger.lastRecordedBy(instant)))
                .orElse(position);
    }

    /** A reversal says itself what is known again. */
    private Optional<Lot> known(Lot lot, List<RecordedEvent> counting) {
        return counting.stream()
                .flatMap(recorded -> changeOf(recorded, lot.key()))
                .reduce((older, newer) -> newer)
                .map(LotChange::toLot)
                .or(() -> Optional.of(lot)
                        .filter(now -> ledger.newestChanges(List.of(now.key())).isEmpty()));
    }

    private static Stream<LotChange> changeOf(RecordedEvent recorded, LotKey lot) {
        return recorded.event().lotChanges().stream()
                .filter(change -> change.lot().equals(lot));
    }
}
