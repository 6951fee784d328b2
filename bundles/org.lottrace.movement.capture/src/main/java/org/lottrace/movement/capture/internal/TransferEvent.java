package org.lottrace.movement.capture.internal;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.EventContext;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.TraceEvent;

/** The event of a move within the company. */
final class TransferEvent {
    private TransferEvent() {}

    static TraceEvent of(
            EventType type, EventContext context, List<DocumentReference> documents, List<EventLine> lines) {
        return new TraceEvent(context, type, documents, Optional.empty(), lines, List.of(), List.of());
    }
}
