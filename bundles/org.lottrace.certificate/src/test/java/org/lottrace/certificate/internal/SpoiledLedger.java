package org.lottrace.certificate.internal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.LedgerHead;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.fixture.Bakery;

/** A ledger in memory, and what somebody does to it: events are removed, changed, or made so that they cannot be read. */
final class SpoiledLedger {
    private final SortedMap<Long, RecordedEvent> events = new TreeMap<>();
    private final Set<Long> changed = new HashSet<>();
    private final Set<Long> unreadable = new HashSet<>();
    private long head;

    SpoiledLedger(TraceEvent... recorded) {
        for (TraceEvent event : recorded) {
            events.put(++head, new RecordedEvent(event, head, Bakery.NOW, ""));
        }
    }

    SpoiledLedger removed(Long... positions) {
        events.keySet().removeAll(Arrays.asList(positions));
        return this;
    }

    SpoiledLedger changed(Long... positions) {
        changed.addAll(Arrays.asList(positions));
        return this;
    }

    SpoiledLedger unreadable(Long... positions) {
        unreadable.addAll(Arrays.asList(positions));
        return this;
    }

    /** What is behind it was recorded after the head was read. */
    SpoiledLedger headAt(long position) {
        head = position;
        return this;
    }

    LedgerStore store() {
        return proxy(
                LedgerStore.class,
                (proxy, method, given) -> method.getName().equals("head")
                        ? new LedgerHead(head, "")
                        : after((long) given[0], (int) given[1]));
    }

    /** It knows where the chain is broken. */
    Ledger ledger() {
        return proxy(
                Ledger.class, (proxy, method, given) -> firstBrokenPositionAfter(given == null ? 0 : (long) given[0]));
    }

    private List<RecordedEvent> after(long position, int limit) {
        return events.tailMap(position + 1).values().stream()
                .limit(limit)
                .map(this::read)
                .toList();
    }

    private RecordedEvent read(RecordedEvent event) {
        if (unreadable.contains(event.position())) {
            throw new IllegalArgumentException("NONSENSE is no kind of place");
        }
        return event;
    }

    private Optional<Long> firstBrokenPositionAfter(long trusted) {
        for (long position = trusted + 1; position <= head; position++) {
            if (!events.containsKey(position) || changed.contains(position)) {
                return Optional.of(position);
            }
            read(events.get(position));
        }
        return Optional.empty();
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
