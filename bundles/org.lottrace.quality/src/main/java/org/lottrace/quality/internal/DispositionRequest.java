package org.lottrace.quality.internal;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.DispositionChange;
import org.lottrace.api.event.EventContext;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quality.HeldPlace;
import org.lottrace.api.quality.HoldQuestion;

/**
 * What changes the disposition of lots, and the event that says so.
 *
 * @param holds names of the holds to end
 * @param at where the goods are that are held; empty for whole lots
 * @param said what the event says besides
 * @param registered lots that the event registers besides
 */
record DispositionRequest(
        CaptureContext context,
        EventType type,
        Disposition disposition,
        List<LotKey> lots,
        String reason,
        List<String> holds,
        Optional<Position> at,
        List<KeyDatum> said,
        List<LotChange> registered) {
    static DispositionRequest of(
            CaptureContext context, EventType type, Disposition disposition, List<LotKey> lots, String reason) {
        return new DispositionRequest(
                context, type, disposition, lots, reason, List.of(), Optional.empty(), List.of(), List.of());
    }

    DispositionRequest ending(List<String> names) {
        return new DispositionRequest(context, type, disposition, lots, reason, names, at, said, registered);
    }

    DispositionRequest holding(Optional<Position> position) {
        List<KeyDatum> place = position.map(HeldPlace::saying).orElse(List.of());
        return new DispositionRequest(context, type, disposition, lots, reason, holds, position, place, registered);
    }

    DispositionRequest asking(HoldQuestion question) {
        List<KeyDatum> asked = List.of(KeyDataElement.HOLD_QUESTION.is(new KeyDataValue.Text(question.toString())));
        return new DispositionRequest(context, type, disposition, lots, reason, holds, at, asked, registered);
    }

    DispositionRequest registering(List<LotChange> changes) {
        return new DispositionRequest(context, type, disposition, lots, reason, holds, at, said, changes);
    }

    /** A hold belongs to no document: nobody gave it a number, and its id names it. A release says what it ends. */
    TraceEvent event(EventContext settled, DispositionRules rules) {
        return new TraceEvent(settled, type, List.of(), Optional.empty(), List.of(), List.of(), changes())
                .changing(registered)
                .saying(disposition == Disposition.SELLABLE ? ended(rules) : said);
    }

    private List<KeyDatum> ended(DispositionRules rules) {
        return lots.stream()
                .flatMap(lot -> rules.standing(lot, holds).stream())
                .map(hold -> hold.event().value())
                .distinct()
                .sorted()
                .map(id -> KeyDataElement.RELEASED_HOLD.is(new KeyDataValue.Text(id)))
                .toList();
    }

    boolean isRecordedAs(TraceEvent event) {
        return context.isRecordedAs(event.context())
                && event.type() == type
                && !reason.isBlank()
                && HeldPlace.of(event).equals(at)
                && event.dispositionChanges().equals(changes());
    }

    private List<DispositionChange> changes() {
        return lots.stream()
                .map(lot -> new DispositionChange(lot, disposition, reason))
                .toList();
    }
}
