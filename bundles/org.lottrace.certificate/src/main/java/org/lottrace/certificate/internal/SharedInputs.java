package org.lottrace.certificate.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.Edge;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.InForce;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.Round;
import org.lottrace.api.event.TraceEvent;

/**
 * What a later output of a production order shares anew. The production that took it may name none of the lots that are accounted
 * for, so it is looked up under the order: few orders have a later output, and no production has to be remembered.
 */
final class SharedInputs {
    private final EventSource events;

    SharedInputs(EventSource events) {
        this.events = events;
    }

    /** @return the newest edges of its rounds before the event, or before its reversal; none when it has inputs of its own */
    List<Edge> of(RecordedEvent recorded) {
        TraceEvent event = recorded.event();
        Optional<EventId> undone = InForce.reversedBy(event);
        if (undone.isEmpty() && Round.shares(event).isEmpty()) {
            return List.of();
        }
        List<RecordedEvent> before = event.documents().stream()
                .filter(document -> document.type() == DocumentType.PRODUCTION_ORDER)
                .flatMap(document -> events.ofDocument(document).stream())
                .filter(other -> other.position() < recorded.position())
                .toList();
        Stream<TraceEvent> told = undone.isEmpty()
                ? Stream.of(event)
                : before.stream().map(RecordedEvent::event).filter(other -> undone.get()
                        .equals(other.id()));
        Map<EventId, List<Edge>> newest = newest(InForce.of(before));
        return told.flatMap(output -> Round.shares(output).stream())
                .flatMap(share -> newest.getOrDefault(share.production(), List.of()).stream())
                .toList();
    }

    private static Map<EventId, List<Edge>> newest(List<RecordedEvent> outputs) {
        Map<EventId, List<Edge>> newest = new HashMap<>();
        outputs.stream()
                .map(RecordedEvent::event)
                .filter(event -> event.type() == EventType.PRODUCE)
                .forEach(event -> {
                    newest.put(event.id(), event.edges());
                    Round.shares(event).forEach(share -> newest.put(share.production(), share.edges()));
                });
        return newest;
    }
}
