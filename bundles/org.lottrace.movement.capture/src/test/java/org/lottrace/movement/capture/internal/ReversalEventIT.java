package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.event.DocumentType.PRODUCTION_ORDER;
import static org.lottrace.api.event.EventType.HOLD;
import static org.lottrace.api.event.EventType.PRODUCE;
import static org.lottrace.api.event.EventType.RELEASE;
import static org.lottrace.api.event.EventType.REVERSE;
import static org.lottrace.api.fixture.Bakery.GATE;
import static org.lottrace.api.fixture.Bakery.NOW;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.DispositionChange;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.EventBuilder;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;
import org.lottrace.company.WorkingBakery;

class ReversalEventIT {
    private static final LotKey FLOUR = aLot("F").key();
    private static final LotKey OTHER = aLot("G").key();

    @Test
    void it_turns_lines_and_changes_of_lots_round_and_names_documents_edges_and_reason() {
        LotChange change = LotChange.changed(
                aLot("F").expiring("2026-12-31").build(),
                aLot("F").expiring("2027-12-31").build(),
                "label");
        LotChange registered = LotChange.registered(aLot("G").build());
        TraceEvent event = anEvent("e1", PRODUCE)
                .of(PRODUCTION_ORDER, "P1")
                .moving(FLOUR, "2 KGM", in(SHELF), in(GATE))
                .making(OTHER, FLOUR, "2 KGM")
                .build()
                .changing(List.of(change, registered));

        TraceEvent undo = undo(recorded(event, 1));

        assertEquals(REVERSE, undo.type());
        assertEquals(new EventId("u1"), undo.id());
        assertEquals(Optional.of(event.id()), undo.corrects());
        assertEquals(event.documents(), undo.documents());
        assertEquals(event.edges(), undo.edges());
        assertEquals(List.of("F: BER/GATE → BER/A-01 2 KGM"), WorkingBakery.lines(undo));
        assertEquals(List.of(new LotChange(FLOUR, change.after(), change.before(), "typed wrong")), undo.lotChanges());
        assertEquals(List.of(KeyDataElement.REASON.is(new KeyDataValue.Text("typed wrong"))), undo.keyData());
    }

    @Test
    void a_lot_is_again_what_it_was_before() {
        RecordedEvent recalled = recorded(hold("h1").setting(FLOUR, Disposition.RECALLED, "glass"), 1);
        RecordedEvent held = recorded(anEvent("h2", RELEASE).setting(FLOUR, Disposition.ON_HOLD, "case closed"), 2);
        RecordedEvent wrong = recorded(
                hold("h3").setting(FLOUR, Disposition.SELLABLE, "good").setting(OTHER, Disposition.ON_HOLD, "beetles"),
                3);

        assertEquals(
                List.of(
                        new DispositionChange(FLOUR, Disposition.ON_HOLD, "typed wrong"),
                        new DispositionChange(OTHER, Disposition.SELLABLE, "typed wrong")),
                undo(wrong, recalled, held, wrong).dispositionChanges());
        assertEquals(List.of(), ReversalEvent.kept(wrong, List.of(recalled, held, wrong)));
    }

    @Test
    void a_lot_that_something_else_recalls_is_left_as_it_is() {
        RecordedEvent wrong = recorded(
                hold("h1")
                        .setting(FLOUR, Disposition.ON_HOLD, "beetles")
                        .setting(OTHER, Disposition.ON_HOLD, "beetles"),
                1);
        RecordedEvent since = recorded(hold("h2").setting(FLOUR, Disposition.RECALLED, "glass"), 2);

        assertEquals(
                List.of(
                        new DispositionChange(FLOUR, Disposition.RECALLED, "typed wrong"),
                        new DispositionChange(OTHER, Disposition.SELLABLE, "typed wrong")),
                undo(wrong, wrong, since).dispositionChanges());
        assertEquals(List.of(FLOUR), ReversalEvent.kept(wrong, List.of(wrong, since)));
    }

    @Test
    void a_request_is_the_same_when_it_reverses_the_same_event_for_the_same_reason() {
        TraceEvent event = hold("h1").build();
        TraceEvent undo = undo(recorded(event, 1));

        assertTrue(ReversalEvent.isSame(undo, event.id(), "typed wrong"));
        assertFalse(ReversalEvent.isSame(undo, event.id(), "stolen"));
        assertFalse(ReversalEvent.isSame(undo, new EventId("h2"), "typed wrong"));
        assertFalse(ReversalEvent.isSame(event, event.id(), "typed wrong"));
    }

    @Test
    void it_says_with_which_other_one_it_was_recorded() {
        EventId first = new EventId("u0");
        TraceEvent alone = undo(recorded(hold("h1").build(), 1));
        TraceEvent together = ReversalEvent.with(first, alone);

        assertFalse(ReversalEvent.isWith(first, alone));
        assertTrue(ReversalEvent.isWith(first, together));
        assertFalse(ReversalEvent.isWith(new EventId("u9"), together));
        assertFalse(ReversalEvent.isWith(first, hold("h2").build().saying(together.keyData())));
        assertTrue(ReversalEvent.isSame(together, new EventId("h1"), "typed wrong"));
    }

    private static TraceEvent undo(RecordedEvent event, RecordedEvent... history) {
        return ReversalEvent.of(event, aContext("u1").build(), "typed wrong", List.of(history), lot -> LotChange.newest(
                        List.of(event), lot)
                .map(LotChange::after)
                .orElse(List.of()));
    }

    private static EventBuilder hold(String id) {
        return anEvent(id, HOLD);
    }

    private static RecordedEvent recorded(EventBuilder event, long position) {
        return recorded(event.build(), position);
    }

    private static RecordedEvent recorded(TraceEvent event, long position) {
        return new RecordedEvent(event, position, NOW, "");
    }
}
