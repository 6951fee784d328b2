package org.lottrace.certificate.internal;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.lot.LotKey;

/** The events of some lots, whose positions are remembered, so that they can be verified afterwards. */
final class RememberedEvents implements EventSource {
    private final LedgerStore events;
    private final SortedSet<Long> positions = new TreeSet<>();

    RememberedEvents(LedgerStore events) {
        this.events = events;
    }

    @Override
    public List<RecordedEvent> after(Collection<LotKey> lots, long position, int most) {
        return remembered(events.eventsOf(lots, position, most));
    }

    @Override
    public List<RecordedEvent> ofDocument(DocumentReference document) {
        return remembered(events.byDocument(document));
    }

    /** @return of every event that was read */
    SortedSet<Long> positions() {
        return positions;
    }

    private List<RecordedEvent> remembered(List<RecordedEvent> read) {
        read.forEach(event -> positions.add(event.position()));
        return read;
    }
}
