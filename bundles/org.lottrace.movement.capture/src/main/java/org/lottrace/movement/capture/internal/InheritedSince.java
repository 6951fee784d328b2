package org.lottrace.movement.capture.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.event.DispositionChange;
import org.lottrace.api.event.Edge;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;

/** Lots that took a hold over when they were made, directly or not, of a lot that was held by an event, and still have it. */
final class InheritedSince {
    private final HistoryInForce history;

    InheritedSince(HistoryInForce history) {
        this.history = history;
    }

    /** @return in the order in which they were made */
    List<LotKey> of(RecordedEvent hold) {
        Deque<LotKey> toFollow = new ArrayDeque<>();
        hold.event().dispositionChanges().stream()
                .filter(change -> change.disposition() != Disposition.SELLABLE)
                .map(DispositionChange::lot)
                .forEach(toFollow::add);
        Map<LotKey, RecordedEvent> madeBy = new HashMap<>();
        toFollow.forEach(held -> madeBy.put(held, hold));
        List<LotKey> inherited = new ArrayList<>();
        while (!toFollow.isEmpty()) {
            LotKey lot = toFollow.remove();
            List<RecordedEvent> events = history.of(List.of(lot));
            RecordedEvent made = madeBy.get(lot);
            if (made != hold && stillHas(made, lot, events)) {
                inherited.add(lot);
            }
            events.forEach(later -> takenOver(later, lot, hold.position()).forEach(output -> {
                if (madeBy.putIfAbsent(output, later) == null) {
                    toFollow.add(output);
                }
            }));
        }
        return inherited;
    }

    /** Its own hold, or the recall it took over; a recall that stands has the event as its reason. */
    private static boolean stillHas(RecordedEvent made, LotKey lot, List<RecordedEvent> events) {
        return ReversalEvent.holds(lot, events).stream()
                        .anyMatch(hold -> hold.event().equals(made.event().id()))
                || ReversalEvent.recalledBy(lot, events)
                        .equals(Optional.of(made.event().id()));
    }

    private static List<LotKey> takenOver(RecordedEvent made, LotKey input, long since) {
        return made.event().edges().stream()
                .filter(edge -> made.position() > since && edge.input().equals(input))
                .map(Edge::output)
                .filter(output -> made.event().dispositionChanges().stream()
                        .anyMatch(change -> change.lot().equals(output)))
                .distinct()
                .toList();
    }
}
