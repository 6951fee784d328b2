package org.lottrace.movement.capture.internal;

import static org.lottrace.api.event.KeyDataElement.REASON;
import static org.lottrace.api.event.KeyDataElement.REVERSED_WITH;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
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
import org.lottrace.api.quality.DispositionHistory;
import org.lottrace.api.quality.Hold;
import org.lottrace.api.quality.LotDisposition;

/**
 * The event that undoes another one: its documents, its lines the other way round, its edges, what its lots are
 * without it, its changes of lots the other way round. A lot it registered stays registered.
 */
final class ReversalEvent {
    private ReversalEvent() {}

    /**
     * @param history the events of the lots of the original that are in force, by position
     * @param now what is known of a lot that the original changed
     */
    static TraceEvent of(
            RecordedEvent original,
            EventContext context,
            String reason,
            List<RecordedEvent> history,
            Function<LotKey, List<KeyDatum>> now) {
        TraceEvent event = original.event();
        return new TraceEvent(
                context,
                EventType.REVERSE,
                event.documents(),
                Optional.of(event.id()),
                event.lines().stream().map(ReversalEvent::turned).toList(),
                event.edges(),
                event.dispositionChanges().stream()
                        .map(DispositionChange::lot)
                        .distinct()
                        .map(lot -> new DispositionChange(lot, dispositionWithout(original, lot, history), reason))
                        .toList(),
                event.lotChanges().stream()
                        .filter(change -> !change.reason().isEmpty())
                        .map(change -> undone(change, now.apply(change.lot()), reason))
                        .filter(undone -> !undone.before().equals(undone.after()))
                        .toList(),
                List.of(REASON.is(new KeyDataValue.Text(reason))),
                List.of());
    }

    /** What was said of other elements since, or of the same ones anew, stays. */
    private static LotChange undone(LotChange change, List<KeyDatum> now, String reason) {
        Set<String> names = Stream.concat(change.before().stream(), change.after().stream())
                .map(KeyDatum::name)
                .filter(name -> !values(change.before(), name).equals(values(change.after(), name))
                        && values(now, name).equals(values(change.after(), name)))
                .collect(Collectors.toSet());
        List<KeyDatum> without = now.equals(change.after())
                ? change.before()
                : Stream.concat(
                                now.stream().filter(datum -> !names.contains(datum.name())),
                                change.before().stream().filter(datum -> names.contains(datum.name())))
                        .toList();
        return new LotChange(change.lot(), now, without, reason);
    }

    private static List<KeyDatum> values(List<KeyDatum> data, String name) {
        return data.stream().filter(datum -> datum.name().equals(name)).toList();
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

    /** @return the lots that are what they were: something else holds or recalls them, or they were released since */
    static List<LotKey> kept(RecordedEvent original, List<RecordedEvent> history) {
        return original.event().dispositionChanges().stream()
                .map(DispositionChange::lot)
                .distinct()
                .filter(lot -> dispositionOf(lot, history) == dispositionWithout(original, lot, history))
                .toList();
    }

    /** @return the holds of the lot that stand after these events, which are in force */
    static List<Hold> holds(LotKey lot, List<RecordedEvent> history) {
        return decided(lot, history.stream()).map(LotDisposition::holds).orElse(List.of());
    }

    /** @return the event that recalls the lot after these events, which are in force */
    static Optional<EventId> recalledBy(LotKey lot, List<RecordedEvent> history) {
        return decided(lot, history.stream())
                .filter(decided -> decided.disposition() == Disposition.RECALLED)
                .map(LotDisposition::event);
    }

    /** @return what the lot is after these events, which are in force */
    static Disposition dispositionOf(LotKey lot, List<RecordedEvent> history) {
        return decided(lot, history.stream()).map(LotDisposition::disposition).orElse(Disposition.SELLABLE);
    }

    /** @return what the lot is when the event has not happened */
    private static Disposition dispositionWithout(RecordedEvent original, LotKey lot, List<RecordedEvent> history) {
        return decided(lot, history.stream().filter(event -> event.position() != original.position()))
                .map(LotDisposition::disposition)
                .orElse(Disposition.SELLABLE);
    }

    private static Optional<LotDisposition> decided(LotKey lot, Stream<RecordedEvent> events) {
        DispositionHistory history = new DispositionHistory();
        events.map(RecordedEvent::event).forEach(history::take);
        return history.of(lot);
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
