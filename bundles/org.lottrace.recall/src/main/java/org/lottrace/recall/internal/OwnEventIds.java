package org.lottrace.recall.internal;

import java.util.stream.IntStream;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.recall.RecallCaseId;

/** Ids of the events that a case records by itself. Whoever has recorded something under such an id before stops no case. */
final class OwnEventIds {
    private static final int MOST = 10_000;

    private final LedgerStore events;

    OwnEventIds(LedgerStore events) {
        this.events = events;
    }

    /** @return an id that no event has yet, named after the version of the scope that it belongs to */
    EventId next(RecallCaseId id, int scope) {
        String wanted = id + ":scope:" + scope;
        return IntStream.rangeClosed(1, MOST)
                .mapToObj(number -> new EventId(number == 1 ? wanted : wanted + ":" + number))
                .filter(free -> events.find(free).isEmpty())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(MOST + " events have ids that begin with " + wanted));
    }
}
