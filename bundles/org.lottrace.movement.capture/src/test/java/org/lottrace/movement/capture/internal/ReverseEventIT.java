package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.GATE;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.Outcomes.refusals;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.FLOUR_2;
import static org.lottrace.company.WorkingBakery.came;
import static org.lottrace.company.WorkingBakery.leaving;
import static org.lottrace.company.WorkingBakery.lines;
import static org.lottrace.company.WorkingBakery.notice;
import static org.lottrace.company.WorkingBakery.on;
import static org.lottrace.company.WorkingBakery.recorded;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.DispositionChange;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.Consumption;
import org.lottrace.api.movement.CustomerReturn;
import org.lottrace.api.movement.LotCorrection;
import org.lottrace.api.movement.Reversal;
import org.lottrace.api.movement.Reversed;
import org.lottrace.api.movement.StockCount;
import org.lottrace.api.movement.Transfer;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Violation;
import org.lottrace.company.WorkingBakery;

class ReverseEventIT {
    private final WorkingBakery bakery = new WorkingBakery().expectingFlour();

    @Test
    void a_receipt_that_did_not_happen_leaves_no_stock_and_is_expected_again() {
        recorded(bakery.receive("r1", "N1", came("L1", "30 BG")));

        TraceEvent undo = done(bakery.reverse("u1", "r1")).event().event();

        assertEquals(EventType.REVERSE, undo.type());
        assertEquals(Optional.of(new EventId("r1")), undo.corrects());
        assertEquals(List.of("L1: BER/DOCK → PARTY MILL 750 KGM"), lines(undo));
        assertEquals(
                "typed wrong",
                KeyDatum.find(undo.keyData(), KeyDataElement.REASON)
                        .orElseThrow()
                        .text());
        assertEquals(List.of(), bakery.stock(FLOUR_1));
        assertEquals(List.of("1000 KGM", "1000 KGM"), open("N1"));
        recorded(bakery.receive("r2", "N1", came("L1", "40 BG")));
    }

    @Test
    void a_reversal_needs_a_reason_and_an_event_that_is_in_force() {
        recorded(bakery.receive("r1", "N1", came("L1", "30 BG")));
        assertEquals(
                List.of("REASON_MISSING"),
                refusals(bakery.corrections()
                        .reverse(new Reversal(aContext("u0").request(), new EventId("r1"), " ", false))));
        assertEquals(List.of("EVENT_UNKNOWN"), refusals(bakery.reverse("u0", "r9")));
        done(bakery.reverse("u1", "r1"));

        assertEquals(List.of("ALREADY_REVERSED"), refusals(bakery.reverse("u2", "r1")));
        assertEquals(List.of("REVERSAL_NOT_REVERSIBLE"), refusals(bakery.reverse("u2", "u1")));
    }

    @Test
    void the_same_request_again_changes_nothing_and_another_one_needs_another_id() {
        recorded(bakery.receive("r1", "N1", came("L1", "30 BG")));
        recorded(bakery.receive("r2", "N1", came("L2", "30 BG")));
        recorded(moved("m1", FLOUR_1, DOCK, SHELF, "30 BG"));
        Reversed first = done(bakery.reverseAll("u1", "r1"));

        Outcome<Reversed> second = bakery.reverseAll("u1", "r1");

        assertInstanceOf(Outcome.AlreadyDone.class, second);
        assertEquals(first.event(), done(second).event());
        assertEquals(first.following(), done(second).following());
        assertEquals(List.of("EVENT_ID_REUSED"), refusals(bakery.reverse("u1", "r2")));
    }

    @Test
    void another_reversal_does_not_belong_to_it_whatever_its_id_is() {
        recorded(bakery.receive("r1", "N1", came("L1", "30 BG")));
        recorded(bakery.receive("r2", "N1", came("L2", "30 BG")));
        done(bakery.reverseAll("u1", "r1"));
        done(bakery.reverseAll("u1:1", "r2"));

        assertEquals(List.of(), done(bakery.reverseAll("u1", "r1")).following());
    }

    @Test
    void what_follows_takes_the_next_numbers_that_are_free_and_is_known_again_by_them() {
        recorded(bakery.receive("r1", "N1", came("L1", "30 BG")));
        recorded(moved("u1:1", FLOUR_1, DOCK, SHELF, "30 BG"));
        recorded(moved("m2", FLOUR_1, SHELF, DOCK, "30 BG"));
        recorded(bakery.receive("u1:3", "N1", came("L2", "10 BG")));

        Reversed first = done(bakery.reverseAll("u1", "r1"));

        assertEquals(
                List.of("u1:2 m2", "u1:4 u1:1"),
                first.following().stream()
                        .map(e -> e.event().id() + " " + e.event().corrects().orElseThrow())
                        .toList());
        recorded(bakery.receive("u1:5", "N1", came("L2", "10 BG")));
        Outcome<Reversed> again = bakery.reverseAll("u1", "r1");
        assertInstanceOf(Outcome.AlreadyDone.class, again);
        assertEquals(first.following(), done(again).following());
        assertEquals(List.of("EVENT_ID_REUSED"), refusals(bakery.reverseAll("u1", "u1:3")));
    }

    @Test
    void what_stands_on_an_event_is_listed_in_the_order_in_which_it_must_be_reversed() {
        recorded(bakery.receive("r1", "N1", came("L1", "40 BG")));
        recorded(bakery.receive("r2", "N1", came("L2", "40 BG")));
        recorded(moved("m1", FLOUR_1, DOCK, SHELF, "40 BG"));
        recorded(moved("m2", FLOUR_2, DOCK, SHELF, "40 BG"));
        LotKey bread = bakery.baked("B1");
        shipped("s1", bread);

        assertEquals(List.of("s1", "bake-B1", "mix-B1", "m1"), standingOn("r1"));
        assertEquals(List.of("s1"), standingOn("bake-B1"));
        assertEquals(List.of("m2"), standingOn("r2"));
        assertEquals(List.of(), standingOn("s1"));
        assertEquals(
                List.of("FOLLOWED_BY", "FOLLOWED_BY", "FOLLOWED_BY", "FOLLOWED_BY"),
                refusals(bakery.reverse("u1", "r1")));
        assertEquals(List.of("BER/A-01 900 KGM"), bakery.stock(FLOUR_1));
    }

    /** Each adapter has its own word for it: an element of SOAP, an option of the shell. */
    @Test
    void what_to_do_about_what_follows_is_said_without_the_word_of_an_adapter() {
        recorded(bakery.receive("r1", "N1", came("L1", "40 BG")));
        recorded(moved("m1", FLOUR_1, DOCK, SHELF, "40 BG"));

        assertEquals(
                List.of(
                        "PUT_AWAY m1 stands on it: reverse it first, or say that what stands on it is to be reversed, too"),
                bakery.reverse("u1", "r1").violations().stream()
                        .map(Violation::message)
                        .toList());
    }

    @Test
    void all_that_stands_on_an_event_is_reversed_with_it_when_that_is_asked_for() {
        recorded(bakery.receive("r1", "N1", came("L1", "40 BG")));
        recorded(moved("m1", FLOUR_1, DOCK, SHELF, "40 BG"));
        LotKey bread = bakery.baked("B1");
        shipped("s1", bread);

        Reversed all = done(bakery.reverseAll("u1", "r1"));

        assertEquals(
                List.of("u1:1 s1", "u1:2 bake-B1", "u1:3 mix-B1", "u1:4 m1"),
                all.following().stream()
                        .map(e -> e.event().id() + " " + e.event().corrects().orElseThrow())
                        .toList());
        assertEquals(
                "u1 r1",
                all.event().event().id() + " " + all.event().event().corrects().orElseThrow());
        assertEquals(List.of(), bakery.stock(FLOUR_1));
        assertEquals(List.of(), bakery.stock(bread));
        assertEquals(List.of(), standingOn("r1"));
        assertEquals(Optional.empty(), bakery.ledger().firstBrokenPosition());
    }

    @Test
    void ids_of_what_follows_are_never_cut() {
        recorded(bakery.receive("r1", "N1", came("L1", "40 BG")));
        recorded(moved("m1", FLOUR_1, DOCK, SHELF, "40 BG"));

        assertEquals(List.of("EVENT_ID_TOO_LONG"), refusals(bakery.reverseAll("u".repeat(99), "r1")));
        for (int taken = 1; taken <= 9; taken++) {
            recorded(bakery.receive("v".repeat(98) + ":" + taken, "N1", came("L2", "1 BG")));
        }
        assertEquals(List.of("EVENT_ID_TOO_LONG"), refusals(bakery.reverseAll("v".repeat(98), "r1")));
        done(bakery.reverseAll("u".repeat(98), "r1"));
    }

    @Test
    void a_move_stands_on_what_came_only_as_far_as_nothing_else_was_there() {
        recorded(bakery.receive("r1", "N1", came("L1", "10 BG")));
        recorded(bakery.receive("r2", "N1", came("L1", "10 BG")));
        recorded(moved("m1", FLOUR_1, DOCK, SHELF, "10 BG"));
        assertEquals(List.of(), standingOn("r2"));
        recorded(moved("m2", FLOUR_1, DOCK, SHELF, "5 BG"));

        assertEquals(List.of("m2"), standingOn("r2"));
        done(bakery.reverseAll("u1", "r2"));
        assertEquals(List.of("BER/A-01 250 KGM"), bakery.stock(FLOUR_1));
    }

    @Test
    void a_count_stands_on_a_receipt_as_it_found_goods_at_its_cost() {
        recorded(bakery.receive("r1", "N1", came("L1", "40 BG")));
        recorded(bakery.capture()
                .count(new StockCount(aContext("c1").request(), "C1", List.of(on(DOCK, FLOUR_1, "10 BG")))));

        assertEquals(List.of("c1"), standingOn("r1"));
        done(bakery.reverse("u1", "c1"));
        assertEquals(List.of("BER/DOCK 1000 KGM"), bakery.stock(FLOUR_1));
        assertEquals(List.of(), standingOn("r1"));
    }

    @Test
    void a_shipment_that_did_not_leave_is_reserved_again_and_its_number_is_free() {
        bakery.withFlour();
        LotKey bread = bakery.baked("B1");
        shipped("s1", bread);

        done(bakery.reverse("u1", "s1"));

        assertEquals(List.of("BER/A-01 24 C62"), bakery.reserved(bread));
        assertEquals(List.of("BER/A-01 240 C62"), bakery.stock(bread));
        assertEquals(
                List.of("SHIPMENT_UNKNOWN", "CUSTOMER_UNKNOWN"),
                recorded(returned("b1", bread)).findings());
        recorded(bakery.ship("s2", "S1", "SO1", leaving(1, on(SHELF, bread, "24 C62"))));
    }

    @Test
    void what_was_reserved_is_not_given_back_to_an_order_that_does_not_want_it_any_more() {
        bakery.withFlour();
        LotKey bread = bakery.baked("B1");
        shipped("s1", bread);
        bakery.ordered(aSalesOrder("SO1").ordering(BREAD, "10 C62").build());

        done(bakery.reverse("u1", "s1"));

        assertEquals(List.of("BER/A-01 10 C62"), bakery.reserved(bread));
    }

    @Test
    void a_return_stands_on_its_shipment() {
        bakery.withFlour();
        LotKey bread = bakery.baked("B1");
        shipped("s1", bread);
        recorded(returned("b1", bread));

        assertEquals(List.of("b1"), standingOn("s1"));
        done(bakery.reverse("u1", "b1"));
        assertEquals(List.of(), standingOn("s1"));
        recorded(returned("b2", bread));
    }

    @Test
    void goods_that_are_gone_are_not_reserved_any_more_the_newest_reservation_first() {
        recorded(bakery.receive("r1", "N1", came("L1", "20 BG")));
        recorded(bakery.receive("r2", "N1", came("L1", "10 BG")));
        bakery.reserve("SO1", 1, FLOUR_1, DOCK, "400 KGM");
        bakery.reserve("SO2", 1, FLOUR_1, DOCK, "200 KGM");

        Reversed undone = done(bakery.reverse("u1", "r2"));

        assertEquals(
                List.of("SALES_ORDER SO2 100 KGM"),
                undone.cancelled().stream()
                        .map(r -> r.orderLine().order() + " " + r.quantity())
                        .toList());
        assertEquals(List.of("BER/DOCK 400 KGM", "BER/DOCK 100 KGM"), bakery.reserved(FLOUR_1));
    }

    @Test
    void a_pick_takes_its_reservation_back_along() {
        recorded(bakery.receive("r1", "N1", came("L1", "20 BG")));
        bakery.reserve("SO1", 1, FLOUR_1, DOCK, "400 KGM");
        recorded(bakery.capture()
                .transfer(
                        EventType.PICK,
                        new Transfer(
                                aContext("p1").request(),
                                BERLIN,
                                GATE,
                                Optional.empty(),
                                List.of(on(DOCK, FLOUR_1, "400 KGM")))));
        assertEquals(List.of("BER/GATE 400 KGM"), bakery.reserved(FLOUR_1));

        Reversed undone = done(bakery.reverse("u1", "p1"));

        assertEquals(List.of("BER/DOCK 400 KGM"), bakery.reserved(FLOUR_1));
        assertEquals(List.of(), undone.cancelled());
    }

    @Test
    void a_hold_is_undone_and_so_is_a_release_with_the_reservations_made_since() {
        recorded(bakery.receive("r1", "N1", came("L1", "20 BG")));
        recorded(bakery.holds().hold(aContext("h1").request(), List.of(FLOUR_1), "beetles"));
        recorded(bakery.holds().release(aContext("h2").request(), List.of(FLOUR_1), "no beetles"));
        bakery.reserve("SO1", 1, FLOUR_1, DOCK, "400 KGM");
        assertEquals(List.of("h2"), standingOn("h1"));

        Reversed undone = done(bakery.reverse("u2", "h2"));

        assertEquals(Disposition.ON_HOLD, disposition(FLOUR_1));
        assertEquals(1, undone.cancelled().size());
        done(bakery.reverse("u1", "h1"));
        assertEquals(Disposition.SELLABLE, disposition(FLOUR_1));
    }

    @Test
    void a_lot_that_was_held_again_since_stays_held() {
        recorded(bakery.receive("r1", "N1", came("L1", "20 BG")));
        recorded(bakery.holds().hold(aContext("h1").request(), List.of(FLOUR_1), "beetles"));
        recorded(bakery.holds().release(aContext("h2").request(), List.of(FLOUR_1), "no beetles"));
        recorded(bakery.holds().hold(aContext("h3").request(), List.of(FLOUR_1), "beetles after all"));

        Reversed undone = done(bakery.reverse("u2", "h2"));

        assertEquals(List.of(FLOUR_1), undone.dispositionsKept());
        assertEquals(
                List.of(Disposition.ON_HOLD),
                undone.event().event().dispositionChanges().stream()
                        .map(DispositionChange::disposition)
                        .toList());
        assertEquals(List.of("h1", "h3"), standing(FLOUR_1));
    }

    /** Case w06: of two holds one is taken back, and the other stands. */
    @Test
    void a_hold_is_undone_alone_and_only_its_own_release_stands_on_it() {
        recorded(bakery.receive("r1", "N1", came("L1", "20 BG")));
        recorded(bakery.holds().hold(aContext("h1").request(), List.of(FLOUR_1), "chem"));
        recorded(bakery.holds().hold(aContext("h2").request(), List.of(FLOUR_1), "listeria"));
        recorded(bakery.holds().release(aContext("r2").request(), List.of(FLOUR_1), "no listeria", List.of("h2")));

        assertEquals(List.of(), standingOn("h1"));
        assertEquals(List.of("r2"), standingOn("h2"));
        done(bakery.reverse("u1", "h1"));
        assertEquals(Disposition.SELLABLE, disposition(FLOUR_1));
        done(bakery.reverse("u2", "r2"));
        assertEquals(List.of("h2"), standing(FLOUR_1));
        assertEquals(Disposition.ON_HOLD, disposition(FLOUR_1));
    }

    private List<String> standing(LotKey lot) {
        return bakery.holds().dispositionOf(lot).orElseThrow().holds().stream()
                .map(hold -> hold.event().value())
                .toList();
    }

    @Test
    void what_took_a_hold_over_when_it_was_made_is_named_and_stays_held() {
        recorded(bakery.receive("r1", "N1", came("L1", "20 BG")));
        recorded(bakery.capture()
                .consume(new Consumption(aContext("c1").request(), "P1", List.of(on(DOCK, FLOUR_1, "100 KGM")))));
        recorded(bakery.holds().hold(aContext("h1").request(), List.of(FLOUR_1), "beetles"));
        LotKey bread = recorded(bakery.produce("p1", "P1", BREAD, "50 C62"))
                .edges()
                .get(0)
                .output();
        assertEquals(Disposition.ON_HOLD, disposition(bread));

        Reversed undone = done(bakery.reverse("u1", "h1"));

        assertEquals(List.of(bread), undone.dispositionsKept());
        assertEquals(Disposition.SELLABLE, disposition(FLOUR_1));
        recorded(bakery.holds().release(aContext("h2").request(), List.of(bread), "no beetles"));
        assertEquals(Disposition.SELLABLE, disposition(bread));
    }

    @Test
    void what_a_recall_stopped_is_left_to_its_case() {
        recorded(bakery.receive("r1", "N1", came("L1", "20 BG")));
        recorded(bakery.holds().recall(aContext("h1").request(), List.of(FLOUR_1), "case"));
        assertEquals(List.of("RECALL_NOT_REVERSIBLE"), refusals(bakery.reverse("u1", "h1")));

        recorded(bakery.holds().endRecall(aContext("h2").request(), List.of(FLOUR_1), "case closed"));

        assertEquals(List.of("RECALL_NOT_REVERSIBLE"), refusals(bakery.reverse("u1", "h2")));
    }

    @Test
    void a_production_gives_back_what_it_used_and_its_edges_are_named_as_undone() {
        bakery.withFlour();
        LotKey bread = bakery.baked("B1");

        TraceEvent undo = done(bakery.reverse("u1", "bake-B1")).event().event();

        assertEquals(List.of("BER/A-01 900 KGM", "PRODUCTION_ORDER P-B1 100 KGM"), bakery.stock(FLOUR_1));
        assertEquals(List.of(), bakery.stock(bread));
        assertEquals(1, undo.edges().size());
        assertEquals(2, lines(undo).size());
        assertTrue(bakery.lots().find(bread).isPresent());
    }

    @Test
    void a_correction_of_a_lot_is_undone_and_a_later_one_stands_on_it() {
        recorded(bakery.receive("r1", "N1", came("L1", "20 BG")));
        recorded(bakery.lotCorrections().correct(expiring("c1", "2027-02-28")));
        recorded(bakery.lotCorrections().correct(expiring("c2", "2027-03-31")));
        assertEquals(List.of("c2"), standingOn("c1"));

        done(bakery.reverseAll("u1", "c1"));

        assertEquals(
                Optional.of(WorkingBakery.NEXT_YEAR),
                bakery.lots().find(FLOUR_1).orElseThrow().expiry());
        assertEquals(
                List.of("r1", "c1", "c2", "u1:1", "u1"),
                bakery.lotCorrections().history(FLOUR_1).stream()
                        .map(recorded -> recorded.event().id().value())
                        .toList());
    }

    private static LotCorrection expiring(String id, String day) {
        return new LotCorrection(
                aContext(id).request(),
                FLOUR_1,
                Optional.empty(),
                Optional.of(LocalDate.parse(day)),
                Optional.empty(),
                Optional.empty(),
                "label");
    }

    private Outcome<RecordedEvent> moved(String id, LotKey lot, LocationId from, LocationId to, String quantity) {
        return bakery.capture()
                .transfer(
                        EventType.PUT_AWAY,
                        new Transfer(
                                aContext(id).request(),
                                BERLIN,
                                to,
                                Optional.empty(),
                                List.of(on(from, lot, quantity))));
    }

    private void shipped(String id, LotKey bread) {
        bakery.ordered(aSalesOrder("SO1").ordering(BREAD, "10 CS").build());
        bakery.reserve("SO1", 1, bread, SHELF, "24 C62");
        recorded(bakery.ship(id, "S1", "SO1", leaving(1, on(SHELF, bread, "24 C62"))));
    }

    private Outcome<RecordedEvent> returned(String id, LotKey bread) {
        return bakery.capture()
                .takeBack(new CustomerReturn(
                        aContext(id).request(), "R-" + id, "S1", List.of(on(GATE, bread, "12 C62"))));
    }

    private List<String> standingOn(String event) {
        return bakery.corrections().standingOn(new EventId(event)).stream()
                .map(e -> e.event().id().value())
                .toList();
    }

    private List<String> open(String number) {
        return bakery.expectedReceipts().find(notice(number)).orElseThrow().lines().stream()
                .map(line -> line.open().toString())
                .toList();
    }

    private Disposition disposition(LotKey lot) {
        return bakery.holds().dispositionOf(lot).orElseThrow().disposition();
    }

    private static Reversed done(Outcome<Reversed> outcome) {
        return outcome.fold(reversed -> reversed, violations -> {
            throw new AssertionError(violations.toString());
        });
    }
}
