package org.lottrace.certificate.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lottrace.api.certificate.Finding;
import org.lottrace.api.certificate.Finding.Witness;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.lot.LotKey;

/**
 * The ledger without the events whose rows make no sense any more, such as a line that goes from a place to itself:
 * whoever changed them is not to keep the rest from being read. Not inside a unit of work, which such a row would doom.
 */
final class ReadableEvents implements EventSource {
    private static final int PAGE = 500;

    private final LedgerStore events;
    private final SortedMap<Long, String> unreadable = new TreeMap<>();

    ReadableEvents(LedgerStore events) {
        this.events = events;
    }

    /** @return as {@link LedgerStore#after} */
    List<RecordedEvent> after(long position, int limit) {
        try {
            return events.after(position, limit);
        } catch (IllegalArgumentException e) {
            return oneByOne(position, limit);
        }
    }

    @Override
    public List<RecordedEvent> after(Collection<LotKey> lots, long position, int most) {
        try {
            return events.eventsOf(lots, position, most);
        } catch (IllegalArgumentException e) {
            return after(position, most);
        }
    }

    @Override
    public List<RecordedEvent> ofDocument(DocumentReference document) {
        try {
            return events.byDocument(document);
        } catch (IllegalArgumentException e) {
            List<RecordedEvent> found = new ArrayList<>();
            for (List<RecordedEvent> page = after(0, PAGE);
                    !page.isEmpty();
                    page = after(page.get(page.size() - 1).position(), PAGE)) {
                page.stream()
                        .filter(recorded -> recorded.event().documents().contains(document))
                        .forEach(found::add);
            }
            return found;
        }
    }

    /** @return one for each event after {@code position} that cannot be read */
    List<Finding> findingsAfter(long position) {
        long last = position;
        for (List<RecordedEvent> page = after(last, PAGE); !page.isEmpty(); page = after(last, PAGE)) {
            last = page.get(page.size() - 1).position();
        }
        return findings();
    }

    private List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        unreadable.forEach((position, why) -> findings.add(new Finding(
                Witness.HASH_CHAIN,
                Optional.of(position),
                Optional.empty(),
                Optional.empty(),
                "the event was changed so that it cannot be read: " + why
                        + ". The other findings name the lots it moved;" + " no hash was checked from there on")));
        return findings;
    }

    private List<RecordedEvent> oneByOne(long position, int limit) {
        List<RecordedEvent> readable = new ArrayList<>();
        long head = events.head().position();
        long last = position;
        while (last < head && readable.size() < limit) {
            try {
                List<RecordedEvent> next = events.after(last, 1);
                if (next.isEmpty()) {
                    return readable;
                }
                readable.addAll(next);
                last = next.get(0).position();
            } catch (IllegalArgumentException e) {
                last++;
                unreadable.put(last, String.valueOf(e.getMessage()));
            }
        }
        return readable;
    }
}
