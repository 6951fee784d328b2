package org.lottrace.soap.erp.internal;

import java.util.Optional;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Operations;
import org.lottrace.soap.erp.internal.wire.GetEvent;
import org.lottrace.soap.erp.internal.wire.Refused;

/** Answers what was recorded under an id. */
final class Events {
    private final Operations operations;

    Events(Operations operations) {
        this.operations = operations;
    }

    RecordedEvent find(Caller caller, GetEvent request, Room room) throws Refused {
        Reading reading = Reading.ofRequest();
        EventId id = reading.value("eventId", EventId.class, request.getEventId());
        reading.refuseWhatIsWrong();
        Optional<RecordedEvent> found = operations.as(caller, Ledger.class).find(id);
        RecordedEvent event = Unknown.refuse(found, "EVENT_UNKNOWN", "eventId", "event " + id);
        room.fit(
                rows(event.event()),
                "lines, edges, changes and key data",
                "eventId",
                "Ask for the lots it touched, one by one (getTrace, getStock).");
        return event;
    }

    private static long rows(TraceEvent event) {
        return event.lines().stream()
                        .mapToLong(line -> 1 + line.keyData().size())
                        .sum()
                + event.lotChanges().stream()
                        .mapToLong(change ->
                                1 + change.before().size() + change.after().size())
                        .sum()
                + event.edges().size()
                + event.dispositionChanges().size()
                + event.keyData().size()
                + event.documents().size()
                + event.anchors().size();
    }
}
