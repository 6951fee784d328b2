package org.lottrace.console.web.internal.event;

import java.util.List;
import java.util.stream.Stream;
import org.lottrace.api.event.DispositionChange;
import org.lottrace.api.event.Edge;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.LotKey;

/** The lots that an event names, each once: what moved first. */
final class EventLots {
    private EventLots() {}

    static List<LotKey> of(TraceEvent event) {
        return Stream.of(
                        event.lines().stream().map(EventLine::lot),
                        event.edges().stream().map(Edge::output),
                        event.edges().stream().map(Edge::input),
                        event.dispositionChanges().stream().map(DispositionChange::lot),
                        event.lotChanges().stream().map(LotChange::lot))
                .flatMap(lots -> lots)
                .distinct()
                .toList();
    }
}
