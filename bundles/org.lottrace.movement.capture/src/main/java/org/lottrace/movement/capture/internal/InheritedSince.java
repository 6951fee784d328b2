package org.lottrace.movement.capture.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
        Deque<LotKey> inputs = new ArrayDeque<>();
        hold.event().dispositionChanges().stream()
                .filter(change -> change.disposition() != Disposition.SELLABLE)
                .map(DispositionChange::lot)
                .forEach(inputs::add);
        Set<LotKey> looked = new HashSet<>(inputs);
        List<LotKey> inherited = new ArrayList<>();
        while (!inputs.isEmpty()) {
            LotKey input = inputs.remove();
            for (RecordedEvent made : history.of(List.of(input))) {
                for (LotKey output : takenOver(made, input, hold.position())) {
                    if (looked.add(output)) {
                        inputs.add(output);
                        if (ReversalEvent.isNewest(made, output, history.of(List.of(output)))) {
                            inherited.add(output);
                        }
                    }
                }
            }
        }
        return inherited;
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
