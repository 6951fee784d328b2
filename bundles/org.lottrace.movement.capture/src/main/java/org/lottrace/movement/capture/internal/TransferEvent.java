package org.lottrace.movement.capture.internal;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventContext;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.TraceEvent;

/** The event of a move within the company. Its transfer order has the number of the event. */
final class TransferEvent {
    private static final int DOCUMENT_NUMBER_LENGTH = 50;

    private TransferEvent() {}

    static TraceEvent of(EventType type, EventContext context, List<EventLine> lines) {
        String id = context.id().value();
        String number = id.substring(0, Math.min(id.length(), DOCUMENT_NUMBER_LENGTH));
        return new TraceEvent(
                context,
                type,
                List.of(new DocumentReference(DocumentType.TRANSFER_ORDER, number)),
                Optional.empty(),
                lines,
                List.of(),
                List.of());
    }
}
