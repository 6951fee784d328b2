package org.lottrace.recall.internal;

import java.util.stream.Stream;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.recall.RecallCaseId;

/** Ids of the events that a case records by itself. Whoever has recorded something under such an id before stops no case. */
final class OwnEventIds {
    private final LedgerStore events;

    OwnEventIds(LedgerStore events) {
        this.events = events;
    }

    /** @return an id that no event has yet, named after the version of the scope that it belongs to */
    EventId next(RecallCaseId id, int scope) {
        EventId wanted = new EventId(id + ":scope:" + scope);
        return Stream.concat(Stream.of(wanted), wanted.numbered())
                .filter(free -> events.find(free).isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
