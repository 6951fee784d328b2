package org.lottrace.cost.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.event.Edge;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.lot.LotKey;

/** What an event is about, with the lots that a document of costs reaches without naming them. Called inside a unit of work. */
record Reached(LedgerStore ledger) {
    About by(RecordedEvent event) {
        About said = About.of(event.event());
        if (!said.isCost()) {
            return said;
        }
        About cost = said.with(received(said, event.position()));
        return LateCost.isCascade(event.event()) ? cost.with(madeOf(cost.lots(), event.position())) : cost;
    }

    /** The lots that came for its orders. */
    private List<LotKey> received(About cost, long position) {
        return cost.bought().stream()
                .flatMap(order -> ledger.byDocument(order).stream())
                .filter(event -> event.position() < position)
                .flatMap(event -> event.event().lines().stream())
                .map(EventLine::lot)
                .distinct()
                .toList();
    }

    /** A late cost that goes where the goods went reaches whatever was made of them, generation by generation. */
    private List<LotKey> madeOf(Set<LotKey> lots, long position) {
        Set<LotKey> all = new HashSet<>(lots);
        Set<LotKey> next = lots;
        while (!next.isEmpty()) {
            Set<LotKey> from = next;
            next = ledger.historyOf(from).stream()
                    .filter(event -> event.position() < position)
                    .flatMap(event -> event.event().edges().stream())
                    .filter(edge -> from.contains(edge.input()))
                    .map(Edge::output)
                    .filter(all::add)
                    .collect(Collectors.toSet());
        }
        return List.copyOf(all);
    }
}
