package org.lottrace.movement.capture.internal;

import static org.lottrace.api.event.KeyDataElement.REASON;
import static org.lottrace.api.event.KeyDataElement.REVERSED_WITH;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.event.DispositionChange;
import org.lottrace.api.event.EventContext;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.InForce;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;

/**
 * The event that undoes another one: its documents, its lines the other way round, its edges, the dispositions from before,
 * its changes of lots the other way round. A lot it registered stays registered.
 */
final class ReversalEvent {
    private ReversalEvent() {}

    /** @param history the events of the lots of the original that are in force, by position */
    static TraceEvent of(RecordedEvent original, EventContext context, String reason, List<RecordedEvent> history) {
        TraceEvent event = original.event();
        return new TraceEvent(
                context,
                EventType.REVERSE,
                event.documents(),
                Optional.of(event.id()),
                event.lines().stream().map(ReversalEvent::turned).toList(),
                event.edges(),
                event.dispositionChanges().stream()
                        .filter(change -> isNewest(original, change.lot(), history))
                        .map(change -> new DispositionChange(
                                change.lot(), dispositionBefore(original, change.lot(), history), reason))
                        .toList(),
                event.lotChanges().stream()
                        .filter(change -> !change.reason().isEmpty())
                        .map(change -> new LotChange(change.lot(), change.after(), change.before(), reason))
                        .toList(),
                List.of(REASON.is(new KeyDataValue.Text(reason))),
                List.of());
    }

    /** @return true when the event says what a reversal of that event for that reason says */
    static boolean isSame(TraceEvent event, EventId corrects, String reason) {
        return InForce.reversedBy(event).equals(Optional.of(corrects))
                && KeyDatum.find(event.keyData(), REASON)
                        .map(KeyDataValue::text)
                        .equals(Optional.of(reason));
    }

    /** @return why it was reversed */
    static String reason(TraceEvent reversal) {
        return KeyDatum.find(reversal.keyData(), REASON).map(KeyDataValue::text).orElse("");
    }

    /** @return the same, saying that it was recorded with that other reversal */
    static TraceEvent with(EventId first, TraceEvent reversal) {
        return reversal.saying(Stream.concat(
                        reversal.keyData().stream(), Stream.of(REVERSED_WITH.is(new KeyDataValue.Text(first.value()))))
                .toList());
    }

    /** @return true when the event is a reversal that was recorded with that other one */
    static boolean isWith(EventId first, TraceEvent event) {
        return event.type() == EventType.REVERSE
                && KeyDatum.find(event.keyData(), REVERSED_WITH)
                        .map(KeyDataValue::text)
                        .equals(Optional.of(first.value()));
    }

    /** @return the lots whose disposition was changed again since */
    static List<LotKey> changedSince(RecordedEvent original, List<RecordedEvent> history) {
        return original.event().dispositionChanges().stream()
                .map(DispositionChange::lot)
                .filter(lot -> !isNewest(original, lot, history))
                .toList();
    }

    /** @return what the lot was before the event */
    static Disposition dispositionBefore(RecordedEvent original, LotKey lot, List<RecordedEvent> history) {
        return history.stream()
                .filter(recorded -> recorded.position() < original.position())
                .flatMap(recorded -> recorded.event().dispositionChanges().stream())
                .filter(change -> change.lot().equals(lot))
                .reduce((earlier, later) -> later)
                .map(DispositionChange::disposition)
                .orElse(Disposition.SELLABLE);
    }

    /** @return true when no later event of the history changed the disposition of the lot again */
    static boolean isNewest(RecordedEvent original, LotKey lot, List<RecordedEvent> history) {
        return history.stream()
                .filter(recorded -> recorded.position() > original.position())
                .flatMap(recorded -> recorded.event().dispositionChanges().stream())
                .noneMatch(change -> change.lot().equals(lot));
    }

    private static EventLine turned(EventLine line) {
        return new EventLine(
                line.lot(),
                line.to(),
                line.from(),
                line.quantity(),
                line.entered(),
                line.orderLine(),
                line.price(),
                line.keyData());
    }
}
