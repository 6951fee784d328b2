package org.lottrace.movement.capture.internal;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.InForce;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quality.DispositionHistory;

/** The events of lots without what was reversed, read from the ledger. */
final class HistoryInForce {
    private final LedgerStore events;

    HistoryInForce(LedgerStore events) {
        this.events = events;
    }

    /** @return by position */
    List<RecordedEvent> of(Collection<LotKey> lots) {
        return InForce.of(events.historyOf(lots));
    }

    /** @return false for a reversal, and for what was reversed */
    boolean contains(RecordedEvent event) {
        Set<LotKey> lots = Following.lotsOf(event.event());
        return (lots.isEmpty() ? ofDocuments(event) : of(lots)).contains(event);
    }

    /** A count without a difference has moved no lot; its reversal names its sheet. */
    private List<RecordedEvent> ofDocuments(RecordedEvent event) {
        return InForce.of(event.event().documents().stream()
                .flatMap(document -> events.byDocument(document).stream())
                .toList());
    }

    /** @return true when the event begins or ends a recall of a lot, which only its case may do */
    boolean isOfRecall(RecordedEvent recorded) {
        TraceEvent event = recorded.event();
        return DispositionHistory.endsRecall(event)
                || event.type() == EventType.HOLD
                        && event.dispositionChanges().stream()
                                .anyMatch(change -> change.disposition() == Disposition.RECALLED);
    }
}
