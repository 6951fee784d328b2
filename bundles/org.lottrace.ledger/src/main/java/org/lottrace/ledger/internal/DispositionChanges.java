package org.lottrace.ledger.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.event.DispositionChange;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.InForce;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.DispositionStore;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quality.DispositionHistory;
import org.lottrace.api.quality.Hold;
import org.lottrace.api.quality.LotDisposition;

/** Keeps the dispositions of lots as the events of the ledger make them. Who appends an event that changes one locks its item. */
final class DispositionChanges {
    private final LedgerStore events;
    private final DispositionStore dispositions;

    DispositionChanges(LedgerStore events, DispositionStore dispositions) {
        this.events = events;
        this.dispositions = dispositions;
    }

    /** Writes what the event makes of them; the event itself need not be written yet. */
    void follow(TraceEvent event) {
        Optional<EventId> reversed = InForce.reversedBy(event);
        Set<LotKey> lots = Stream.concat(
                        Stream.of(event), reversed.flatMap(events::find).map(RecordedEvent::event).stream())
                .flatMap(one -> one.dispositionChanges().stream())
                .map(DispositionChange::lot)
                .collect(Collectors.toSet());
        if (!lots.isEmpty()) {
            Map<LotKey, LotDisposition> before =
                    dispositions.of(lots).stream().collect(Collectors.toMap(LotDisposition::lot, Function.identity()));
            write(before, reversed.isPresent() ? afterReversal(event, lots) : after(event, before));
        }
    }

    private static Collection<LotDisposition> after(TraceEvent event, Map<LotKey, LotDisposition> before) {
        Map<LotKey, LotDisposition> now = new TreeMap<>();
        for (DispositionChange change : event.dispositionChanges()) {
            LotDisposition known = now.getOrDefault(change.lot(), before.get(change.lot()));
            now.put(change.lot(), DispositionHistory.after(Optional.ofNullable(known), change, event));
        }
        return now.values();
    }

    /** From the beginning: what a release ended stands again. */
    private List<LotDisposition> afterReversal(TraceEvent reversal, Set<LotKey> lots) {
        DispositionHistory history = new DispositionHistory();
        events.historyOf(lots).stream()
                .map(RecordedEvent::event)
                .filter(event -> !event.id().equals(reversal.id()))
                .forEach(history::take);
        history.take(reversal);
        return lots.stream().flatMap(lot -> history.of(lot).stream()).toList();
    }

    private void write(Map<LotKey, LotDisposition> before, Collection<LotDisposition> now) {
        Map<LotKey, List<Hold>> ended = new TreeMap<>();
        for (LotDisposition state : now) {
            Optional.ofNullable(before.get(state.lot())).map(LotDisposition::holds).stream()
                    .flatMap(List::stream)
                    .filter(hold -> !state.holds().contains(hold))
                    .forEach(hold -> ended.computeIfAbsent(state.lot(), lot -> new ArrayList<>())
                            .add(hold));
        }
        dispositions.end(ended);
        dispositions.save(now);
    }
}
