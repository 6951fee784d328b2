package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.event.DocumentType.PRODUCTION_ORDER;
import static org.lottrace.api.event.DocumentType.RETURN_ORDER;
import static org.lottrace.api.event.DocumentType.SHIPMENT;
import static org.lottrace.api.event.EventType.CONSUME;
import static org.lottrace.api.event.EventType.COUNT;
import static org.lottrace.api.event.EventType.DISPOSE;
import static org.lottrace.api.event.EventType.HOLD;
import static org.lottrace.api.event.EventType.LOT_CHANGE;
import static org.lottrace.api.event.EventType.PRODUCE;
import static org.lottrace.api.event.EventType.RECEIVE;
import static org.lottrace.api.event.EventType.RELEASE;
import static org.lottrace.api.event.EventType.RETURN;
import static org.lottrace.api.event.EventType.SHIP;
import static org.lottrace.api.event.EventType.TRANSFER;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.GATE;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.NOW;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.Bakery.pallet;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.EventBuilder;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;

/** Events are recorded in the order in which a test names them. */
class FollowingTest {
    private static final LotKey FLOUR = aLot("F").key();
    private static final LotKey OTHER = aLot("G").key();
    private static final LotKey LOAF = aLot("B").of(BREAD).key();
    private static final Place OUTSIDE = Place.party(MILL);
    private static final Place CUSTOMER = Place.party(MARKET);

    private final List<RecordedEvent> ledger = new ArrayList<>();

    /** There is enough without it, so that nothing stands on it by quantity. */
    @ParameterizedTest
    @EnumSource(
            value = EventType.class,
            names = {"CONSUME", "SHIP", "DISPOSE", "COUNT", "TRANSFER", "PICK", "PACK", "PRODUCE"})
    void what_leaves_a_lot_at_its_cost_stands_on_value_that_came_before(EventType type) {
        received("r0", FLOUR, "100 KGM");
        received("r1", FLOUR, "10 KGM");
        record(anEvent("out", type).moving(FLOUR, "1 KGM", in(SHELF), in(GATE)));

        assertEquals(
                Set.of(CONSUME, SHIP, DISPOSE, COUNT).contains(type) ? List.of("out") : List.of(), standingOn("r1"));
    }

    @Test
    void what_left_before_or_of_another_lot_does_not_stand_on_value_that_came() {
        received("r0", FLOUR, "100 KGM");
        received("s0", OTHER, "100 KGM");
        record(anEvent("before", CONSUME).moving(FLOUR, "1 KGM", in(SHELF), in(GATE)));
        received("r1", FLOUR, "10 KGM");
        record(anEvent("other", CONSUME).moving(OTHER, "1 KGM", in(SHELF), in(GATE)));

        assertEquals(List.of(), standingOn("r1"));
    }

    /** The event names the other lot, too, but brings no value into it. */
    @Test
    void what_left_of_another_lot_of_the_event_does_not_stand_on_the_value_of_the_first() {
        received("s0", OTHER, "100 KGM");
        record(anEvent("r1", RECEIVE)
                .moving(FLOUR, "10 KGM", OUTSIDE, in(SHELF))
                .moving(OTHER, "10 KGM", in(SHELF), in(DOCK)));
        record(anEvent("other", CONSUME).moving(OTHER, "1 KGM", in(SHELF), in(GATE)));

        assertEquals(List.of(), standingOn("r1"));
    }

    @Test
    void a_move_and_an_issue_bring_no_value() {
        received("r0", FLOUR, "100 KGM");
        record(anEvent("move", TRANSFER).moving(FLOUR, "10 KGM", in(SHELF), in(DOCK)));
        record(anEvent("issue", DISPOSE).moving(FLOUR, "10 KGM", in(SHELF), Place.disposal(BERLIN)));
        record(anEvent("later", DISPOSE).moving(FLOUR, "1 KGM", in(SHELF), Place.disposal(BERLIN)));

        assertEquals(List.of(), standingOn("move"));
        assertEquals(List.of(), standingOn("issue"));
    }

    @Test
    void what_could_not_have_been_taken_without_it_stands_on_it_and_what_stands_on_that_the_newest_first() {
        received("r1", FLOUR, "10 KGM");
        record(anEvent("m1", TRANSFER).moving(FLOUR, "10 KGM", in(SHELF), in(DOCK)));
        record(anEvent("m2", TRANSFER).moving(FLOUR, "4 KGM", in(DOCK), in(GATE)));

        assertEquals(List.of("m2", "m1"), standingOn("r1"));
        assertEquals(List.of("m2"), standingOn("m1"));
        assertEquals(List.of(), standingOn("m2"));
    }

    @Test
    void only_what_goes_below_zero_without_it_stands_on_it() {
        received("r1", FLOUR, "10 KGM");
        received("r2", FLOUR, "10 KGM");
        record(anEvent("m1", TRANSFER).moving(FLOUR, "10 KGM", in(SHELF), in(DOCK)));
        record(anEvent("m2", TRANSFER).moving(FLOUR, "1 KGM", in(SHELF), in(DOCK)));
        record(anEvent("m3", TRANSFER).moving(FLOUR, "1 KGM", in(DOCK), in(SHELF)));

        assertEquals(List.of("m2"), standingOn("r2"));
        assertEquals(List.of("m2"), standingOn("r1"));
    }

    @Test
    void what_is_in_a_logistic_unit_is_stock_of_its_own() {
        received("r0", FLOUR, "10 KGM");
        record(anEvent("r1", RECEIVE).moving(FLOUR, "10 KGM", Position.at(OUTSIDE), Position.at(in(SHELF), pallet(1))));
        record(anEvent("m1", TRANSFER)
                .moving(FLOUR, "1 KGM", Position.at(in(SHELF), pallet(1)), Position.at(in(GATE))));

        assertEquals(List.of("m1"), standingOn("r1"));
        assertEquals(List.of(), standingOn("r0"));
    }

    @Test
    void an_event_moves_everything_at_once() {
        received("r1", FLOUR, "10 KGM");
        received("r2", FLOUR, "10 KGM");
        record(anEvent("through", TRANSFER)
                .moving(FLOUR, "12 KGM", in(DOCK), in(GATE))
                .moving(FLOUR, "12 KGM", in(SHELF), in(DOCK)));

        assertEquals(List.of("through"), standingOn("r2"));
        received("r3", FLOUR, "2 KGM");
        record(anEvent("all", TRANSFER)
                .moving(FLOUR, "10 KGM", in(DOCK), in(GATE))
                .moving(FLOUR, "10 KGM", in(SHELF), in(DOCK)));
        assertEquals(List.of("all"), standingOn("r3"));
    }

    @Test
    void what_was_made_of_it_and_what_became_of_that_stands_on_it() {
        Place order = Place.productionOrder(new DocumentReference(PRODUCTION_ORDER, "P1"));
        received("r1", FLOUR, "10 KGM");
        record(anEvent("mix", TRANSFER).moving(FLOUR, "10 KGM", in(SHELF), order));
        record(anEvent("bake", PRODUCE)
                .moving(FLOUR, "10 KGM", order, Place.transformation(BERLIN))
                .moving(LOAF, "5 C62", Place.transformation(BERLIN), in(SHELF))
                .making(LOAF, FLOUR, "10 KGM"));
        record(anEvent("out", TRANSFER).moving(LOAF, "5 C62", in(SHELF), in(GATE)));

        assertEquals(List.of("out", "bake", "mix"), standingOn("r1"));
    }

    @Test
    void a_return_stands_on_its_own_shipment() {
        received("r1", FLOUR, "10 KGM");
        record(anEvent("s1", SHIP).of(SHIPMENT, "S1").moving(FLOUR, "1 KGM", in(SHELF), CUSTOMER));
        record(anEvent("s2", SHIP).of(SHIPMENT, "S2").moving(FLOUR, "1 KGM", in(SHELF), CUSTOMER));
        record(anEvent("back", RETURN)
                .of(RETURN_ORDER, "R1")
                .of(SHIPMENT, "S2")
                .moving(FLOUR, "1 KGM", CUSTOMER, in(GATE)));

        assertEquals(List.of(), standingOn("s1"));
        assertEquals(List.of("back"), standingOn("s2"));
    }

    @Test
    void a_release_stands_on_the_holds_of_its_lots_and_on_nothing_else() {
        received("r1", FLOUR, "10 KGM");
        hold("h1", FLOUR);
        hold("h2", OTHER);
        hold("h3", FLOUR);
        record(anEvent("free", RELEASE).setting(FLOUR, Disposition.SELLABLE, "good"));
        hold("h4", FLOUR);

        assertEquals(List.of("free"), standingOn("h1"));
        assertEquals(List.of(), standingOn("h2"));
        assertEquals(List.of("free"), standingOn("h3"));
        assertEquals(List.of(), standingOn("free"));
        assertEquals(List.of(), standingOn("h4"));
        assertEquals(List.of(), standingOn("r1"));
    }

    @Test
    void another_release_of_a_lot_that_was_released_with_a_held_one_does_not_stand_on_its_hold() {
        hold("h1", FLOUR);
        record(anEvent("both", RELEASE)
                .setting(FLOUR, Disposition.SELLABLE, "good")
                .setting(OTHER, Disposition.SELLABLE, "good"));
        record(anEvent("other", RELEASE).setting(OTHER, Disposition.SELLABLE, "good"));

        assertEquals(List.of("both"), standingOn("h1"));
    }

    @Test
    void a_later_change_of_a_lot_stands_on_an_earlier_one() {
        changed("c1", FLOUR);
        changed("c2", OTHER);
        changed("c3", FLOUR);

        assertEquals(List.of("c3"), standingOn("c1"));
        assertEquals(List.of(), standingOn("c2"));
        assertEquals(List.of(), standingOn("c3"));
    }

    @Test
    void an_event_names_lots_in_lines_edges_dispositions_and_changes() {
        LotKey held = aLot("H").key();
        LotKey changed = aLot("C").key();
        TraceEvent event = anEvent("e", PRODUCE)
                .moving(FLOUR, "1 KGM", in(SHELF), in(GATE))
                .making(LOAF, OTHER, "1 KGM")
                .setting(held, Disposition.ON_HOLD, "bad")
                .build()
                .changing(List.of(new LotChange(changed, List.of(), List.of(), "")));

        assertEquals(Set.of(FLOUR, LOAF, OTHER, held, changed), Following.lotsOf(event));
    }

    private void received(String id, LotKey lot, String quantity) {
        record(anEvent(id, RECEIVE).moving(lot, quantity, OUTSIDE, in(SHELF)));
    }

    private void hold(String id, LotKey lot) {
        record(anEvent(id, HOLD).setting(lot, Disposition.ON_HOLD, "bad"));
    }

    private void changed(String id, LotKey lot) {
        record(anEvent(id, LOT_CHANGE).build().changing(List.of(new LotChange(lot, List.of(), List.of(), "label"))));
    }

    private void record(EventBuilder event) {
        record(event.build());
    }

    private void record(TraceEvent event) {
        ledger.add(new RecordedEvent(event, ledger.size() + 1, NOW, ""));
    }

    private List<String> standingOn(String id) {
        RecordedEvent event = ledger.stream()
                .filter(recorded -> recorded.event().id().value().equals(id))
                .findFirst()
                .orElseThrow();
        return Following.of(event, this::named).stream()
                .map(recorded -> recorded.event().id().value())
                .toList();
    }

    private List<RecordedEvent> named(Collection<LotKey> lots) {
        return ledger.stream()
                .filter(recorded -> !Collections.disjoint(Following.lotsOf(recorded.event()), lots))
                .toList();
    }
}
