package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.event.EventType.PACK;
import static org.lottrace.api.event.EventType.TRANSFER;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.GATE;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.POTSDAM;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.pallet;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.FLOUR_2;
import static org.lottrace.company.WorkingBakery.lines;
import static org.lottrace.company.WorkingBakery.of;
import static org.lottrace.company.WorkingBakery.on;
import static org.lottrace.company.WorkingBakery.recorded;
import static org.lottrace.company.WorkingBakery.refusals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.LedgerProjection;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.exceptioncase.ExceptionCase;
import org.lottrace.api.exceptioncase.ExceptionCases;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.LogisticUnit;
import org.lottrace.api.movement.LogisticUnits;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.movement.NestedUnit;
import org.lottrace.api.movement.Transfer;
import org.lottrace.api.movement.UnitMove;
import org.lottrace.api.movement.UnitNesting;
import org.lottrace.api.movement.UnitShipment;
import org.lottrace.api.movement.UnitTakingOut;
import org.lottrace.api.movement.UnitUnpacking;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Violation;
import org.lottrace.company.WorkingBakery;

/** Cartons 1 and 2 of flour, and pallet 9, on the shelf in Berlin. */
class LogisticUnitsIT {
    private static final Sscc ONE = pallet(1);
    private static final Sscc TWO = pallet(2);
    private static final Sscc PALLET = pallet(9);

    private final WorkingBakery bakery = new WorkingBakery().withFlour();
    private final LogisticUnits units = bakery.company().service(LogisticUnits.class);

    @Test
    void a_pallet_is_built_of_cartons_and_moves_with_all_that_is_in_it() {
        cartons();
        assertEquals(PACK, recorded(nest("n", PALLET, ONE, TWO)).type());

        recorded(move("m", GATE, PALLET));

        LogisticUnit pallet = found(PALLET);
        assertEquals(List.of(new NestedUnit(ONE, PALLET), new NestedUnit(TWO, PALLET)), pallet.nested());
        assertEquals(Optional.of(Place.location(BERLIN, GATE)), pallet.place());
        assertEquals(List.of("10 KGM", "20 KGM"), quantities(pallet));
        assertEquals(List.of(PALLET), found(ONE).in());
        assertEquals(List.of("BER/A-01 990 KGM", "BER/GATE (00)" + ONE + " 10 KGM"), sorted(bakery.stock(FLOUR_1)));
    }

    @Test
    void a_carton_that_moves_alone_is_on_the_pallet_no_longer_whatever_moved_it() {
        cartons();
        recorded(nest("n", PALLET, ONE, TWO));

        recorded(move("m", GATE, ONE));
        assertEquals(List.of(), found(ONE).in());
        assertEquals(List.of(new NestedUnit(TWO, PALLET)), found(PALLET).nested());

        // the last one takes the pallet along: nothing stays behind
        recorded(bakery.capture()
                .transfer(
                        TRANSFER,
                        new Transfer(
                                at("t"), BERLIN, GATE, Optional.of(TWO), List.of(in(TWO, SHELF, FLOUR_2, "20 KGM")))));
        assertEquals(List.of(PALLET), found(TWO).in());
    }

    @Test
    void a_carton_that_moves_alone_takes_the_empty_tray_it_is_in_off_the_pallet() {
        Sscc tray = pallet(8);
        cartons();
        recorded(nest("t", tray, ONE));
        recorded(nest("n", PALLET, tray, TWO));

        recorded(move("m", GATE, ONE));

        assertEquals(List.of(tray), found(ONE).in());
        assertEquals(List.of(new NestedUnit(TWO, PALLET)), found(PALLET).nested());
    }

    @Test
    void what_would_break_the_rules_of_nesting_is_refused() {
        cartons();
        recorded(nest("n", PALLET, ONE));

        assertEquals(List.of("UNIT_NESTED units[1]"), refusals(nest("a", pallet(8), ONE)));
        assertEquals(List.of("UNIT_NESTED units[1]"), refusals(nest("b", PALLET, ONE)));
        assertEquals(List.of("UNIT_IN_ITSELF units[1]"), refusals(nest("c", ONE, PALLET)));
        assertEquals(List.of("UNIT_IN_ITSELF units[1]"), refusals(nest("d", TWO, TWO)));
        assertEquals(List.of("LOGISTIC_UNIT_UNKNOWN units[1]"), refusals(nest("e", PALLET, pallet(7))));
        assertEquals(List.of("UNITS_MISSING units"), refusals(nest("f", PALLET)));
        assertEquals(List.of("UNIT_NOT_NESTED units[1]"), refusals(takeOut("g", TWO)));
        assertEquals(List.of("SAME_POSITION units[1]"), refusals(move("h", SHELF, TWO)));
        assertEquals(
                List.of("UNIT_ELSEWHERE units[1]"),
                refusals(units.move(
                        new UnitMove(aContext("i").in(POTSDAM).requested().request(), List.of(TWO), POTSDAM, SHELF))));
        recorded(move("j", GATE, TWO));
        assertEquals(List.of("UNIT_ELSEWHERE units[1]"), refusals(nest("k", PALLET, TWO)));
    }

    @Test
    void a_unit_that_was_moved_where_the_book_did_not_have_it_is_at_its_new_place() {
        cartons();

        TraceEvent event = recorded(
                units.move(new UnitMove(aContext("i").in(POTSDAM).reported().request(), List.of(TWO), POTSDAM, SHELF)));

        assertEquals(List.of("UNIT_ELSEWHERE"), event.findings());
        assertEquals(
                List.of("POT/A-01"),
                event.lines().stream()
                        .map(line -> line.to().place().code())
                        .distinct()
                        .toList());
    }

    @Test
    void a_unit_whose_goods_the_book_has_at_two_places_is_where_a_report_says_with_all_of_them() {
        cartons();
        recorded(bakery.capture()
                .transfer(
                        TRANSFER,
                        new Transfer(
                                at("t"), BERLIN, GATE, Optional.of(ONE), List.of(in(ONE, SHELF, FLOUR_1, "4 KGM")))));
        assertEquals(List.of("UNIT_ELSEWHERE units[1]"), refusals(move("m", DOCK, ONE)));

        TraceEvent event =
                recorded(units.move(new UnitMove(aContext("m").reported().request(), List.of(ONE), BERLIN, GATE)));

        assertEquals(List.of("UNIT_ELSEWHERE"), event.findings());
        assertEquals(List.of("BER/A-01 990 KGM", "BER/GATE (00)" + ONE + " 10 KGM"), sorted(bakery.stock(FLOUR_1)));
    }

    @Test
    void what_was_put_together_is_together_wherever_the_book_has_it_and_apart_again_when_that_is_reversed() {
        cartons();
        recorded(nest("n", PALLET, ONE));
        recorded(move("m", GATE, TWO));

        TraceEvent event =
                recorded(units.nest(new UnitNesting(aContext("r").reported().request(), List.of(TWO), PALLET)));

        assertEquals(List.of("UNIT_ELSEWHERE"), event.findings());
        assertEquals(List.of("UNIT_ELSEWHERE"), open("r"));
        assertEquals(Optional.of(Place.location(BERLIN, SHELF)), found(TWO).place());
        assertEquals(List.of(PALLET), found(TWO).in());
        assertEquals(List.of("10 KGM", "20 KGM"), quantities(found(PALLET)));
        assertTrue(
                units.nest(new UnitNesting(aContext("r").reported().request(), List.of(TWO), PALLET))
                        instanceof Outcome.AlreadyDone,
                "the same again");

        assertEquals(List.of(), bakery.reverse("u", "r").violations());
        assertEquals(Optional.of(Place.location(BERLIN, GATE)), found(TWO).place());
        assertEquals(List.of(), found(TWO).in());
        assertEquals(List.of(), open("r"));
    }

    @Test
    void what_was_put_together_here_came_here_though_the_book_has_it_at_another_site() {
        cartons();
        recorded(units.move(new UnitMove(at("m"), List.of(TWO), POTSDAM, SHELF)));

        recorded(units.nest(new UnitNesting(aContext("r").reported().request(), List.of(TWO, ONE), PALLET)));

        assertEquals(Optional.of(Place.location(BERLIN, SHELF)), found(PALLET).place());
        assertEquals(List.of("10 KGM", "20 KGM"), quantities(found(PALLET)));
    }

    @Test
    void a_unit_into_which_another_was_put_is_together_though_the_book_has_its_goods_at_two_places() {
        cartons();
        recorded(bakery.capture()
                .transfer(
                        TRANSFER,
                        new Transfer(
                                at("t"), BERLIN, GATE, Optional.of(ONE), List.of(in(ONE, SHELF, FLOUR_1, "4 KGM")))));

        TraceEvent told =
                recorded(units.nest(new UnitNesting(aContext("r").reported().request(), List.of(TWO), ONE)));

        assertTrue(told.findings().contains("UNIT_ELSEWHERE"), told.findings().toString());
        assertEquals(List.of("10 KGM", "20 KGM"), quantities(found(ONE)));
        assertEquals(
                1,
                found(ONE).content().stream()
                        .map(balance -> balance.position().place())
                        .distinct()
                        .count());
    }

    @Test
    void a_pallet_left_from_here_though_the_book_has_it_elsewhere_and_how_it_came_here_is_a_case() {
        LotKey bread = bakery.baked("B1");
        pack("p1", ONE, on(SHELF, bread, "12 C62"));
        pack("p2", TWO, on(SHELF, bread, "24 C62"));
        recorded(nest("n", PALLET, ONE, TWO));
        recorded(units.move(new UnitMove(at("m"), List.of(PALLET), POTSDAM, SHELF)));
        bakery.ordered(aSalesOrder("SO1").ordering(BREAD, "36 C62").build());

        assertEquals(List.of("UNIT_ELSEWHERE units[1]"), refusals(ship("s", PALLET)));
        assertEquals(List.of("EVENT_ID_TOO_LONG id"), refusals(report("s".repeat(99))));
        TraceEvent left = recorded(report("s"));

        assertEquals(List.of("BER/A-01 204 C62"), bakery.stock(bread));
        assertEquals(Optional.of(Place.party(MARKET)), found(PALLET).place());
        assertEquals(List.of(PALLET), found(TWO).in());
        assertTrue(
                left.lines().stream().allMatch(line -> line.from().place().equals(Place.location(BERLIN, GATE))),
                left.lines().toString());
        assertEquals(List.of("UNIT_ELSEWHERE"), open("s:1"));
        assertTrue(report("s") instanceof Outcome.AlreadyDone, "the same again");
    }

    @Test
    void a_pallet_that_has_left_and_leaves_again_came_back_in_between_and_that_is_a_case() {
        LotKey bread = bakery.baked("B1");
        pack("p1", ONE, on(SHELF, bread, "12 C62"));
        pack("p2", TWO, on(SHELF, bread, "24 C62"));
        recorded(nest("n", PALLET, ONE, TWO));
        bakery.ordered(aSalesOrder("SO1").ordering(BREAD, "72 C62").build());
        recorded(report("s"));

        assertEquals(List.of("UNIT_SHIPPED units[1]"), refusals(ship("q", PALLET)));
        TraceEvent again = recorded(report("s2"));

        assertEquals(
                List.of("12 C62", "24 C62"),
                lines(again).stream()
                        .map(line -> line.replaceAll(".*MARKET \\S+ ", ""))
                        .sorted()
                        .toList());
        assertEquals(List.of("UNIT_SHIPPED", "STOCK_UNEXPLAINED", "STOCK_UNEXPLAINED"), open("s2:1"));
        assertEquals(List.of("BER/A-01 204 C62"), bakery.stock(bread));
        assertEquals(Optional.of(Place.party(MARKET)), found(PALLET).place());
        assertTrue(report("s2") instanceof Outcome.AlreadyDone, "the same again");

        assertEquals(
                List.of("FOLLOWED_BY"),
                bakery.reverse("u", "s2:1").violations().stream()
                        .map(Violation::code)
                        .toList());
        assertEquals(List.of(), bakery.reverse("u", "s2").violations());
        assertEquals(Optional.of(Place.location(BERLIN, GATE)), found(PALLET).place());
        assertEquals(3, open("s2:1").size(), "that it came back is still to be explained");
        assertEquals(List.of(), bakery.reverse("u2", "s2:1").violations());
        assertEquals(List.of("BER/A-01 204 C62"), bakery.stock(bread));
        assertEquals(Optional.of(Place.party(MARKET)), found(PALLET).place());
        assertEquals(List.of(), open("s2:1"));
    }

    @Test
    void a_pallet_that_has_left_and_is_moved_has_come_back() {
        LotKey bread = bakery.baked("B1");
        pack("p1", PALLET, on(SHELF, bread, "12 C62"));
        bakery.ordered(aSalesOrder("SO1").ordering(BREAD, "12 C62").build());
        recorded(report("s"));

        TraceEvent event =
                recorded(units.move(new UnitMove(aContext("m").reported().request(), List.of(PALLET), BERLIN, SHELF)));

        assertEquals(List.of("UNIT_SHIPPED", "STOCK_UNEXPLAINED"), event.findings());
        assertEquals(List.of("12 C62"), quantities(found(PALLET)));
        assertEquals(Optional.of(Place.location(BERLIN, SHELF)), found(PALLET).place());
    }

    @Test
    void a_carton_that_has_left_and_is_put_on_a_pallet_has_come_back_with_its_goods() {
        LotKey bread = bakery.baked("B1");
        pack("p1", ONE, on(SHELF, bread, "12 C62"));
        pack("p2", PALLET, on(SHELF, FLOUR_1, "10 KGM"));
        bakery.ordered(aSalesOrder("SO1").ordering(BREAD, "12 C62").build());
        recorded(units.ship(new UnitShipment(aContext("s").reported().request(), "S1", "SO1", List.of(ONE))));

        TraceEvent event =
                recorded(units.nest(new UnitNesting(aContext("n").reported().request(), List.of(ONE), PALLET)));

        assertTrue(event.findings().contains("UNIT_SHIPPED"), event.findings().toString());
        assertEquals(List.of("12 C62"), quantities(found(ONE)));
        assertEquals(Optional.of(Place.location(BERLIN, SHELF)), found(PALLET).place());
    }

    @Test
    void a_pallet_that_has_left_and_is_emptied_here_has_come_back_to_where_goods_come_in() {
        LotKey bread = bakery.baked("B1");
        pack("p1", PALLET, on(SHELF, bread, "12 C62"));
        bakery.ordered(aSalesOrder("SO1").ordering(BREAD, "12 C62").build());
        recorded(report("s"));

        recorded(units.unpack(new UnitUnpacking(aContext("u").reported().request(), PALLET)));

        assertEquals(List.of("BER/A-01 228 C62", "BER/DOCK 12 C62"), sorted(bakery.stock(bread)));
    }

    private Outcome<RecordedEvent> report(String id) {
        return units.ship(new UnitShipment(aContext(id).reported().request(), "S-" + id, "SO1", List.of(PALLET)));
    }

    private List<String> open(String event) {
        return bakery.company().service(ExceptionCases.class).ofEvent(new EventId(event)).stream()
                .filter(one -> one.closing().isEmpty())
                .map(ExceptionCase::code)
                .toList();
    }

    @Test
    void a_report_of_nesting_takes_the_carton_from_where_it_was() {
        cartons();
        recorded(nest("n", PALLET, ONE));

        assertEquals(
                List.of("UNIT_NESTED"),
                recorded(units.nest(new UnitNesting(aContext("r").reported().request(), List.of(ONE), pallet(8))))
                        .findings());
        assertEquals(List.of(pallet(8)), found(ONE).in());
        assertEquals(List.of(), found(PALLET).nested());
    }

    @Test
    void a_unit_is_taken_out_and_emptied() {
        cartons();
        recorded(nest("n", PALLET, ONE, TWO));

        recorded(takeOut("o", ONE));
        assertEquals(List.of(), found(ONE).in());

        recorded(units.unpack(new UnitUnpacking(at("u"), TWO)));
        assertEquals(List.of("BER/A-01 1000 KGM"), bakery.stock(FLOUR_2));
        assertEquals(Optional.empty(), found(TWO).place());
        assertEquals(List.of(), found(TWO).in());
    }

    @Test
    void each_request_is_recorded_once_and_a_changed_one_is_refused() {
        cartons();
        recorded(nest("n", PALLET, ONE));
        recorded(move("m", GATE, PALLET));
        recorded(takeOut("o", ONE));
        recorded(units.unpack(new UnitUnpacking(at("u"), ONE)));

        assertTrue(nest("n", PALLET, ONE) instanceof Outcome.AlreadyDone);
        assertTrue(move("m", GATE, PALLET) instanceof Outcome.AlreadyDone);
        assertTrue(takeOut("o", ONE) instanceof Outcome.AlreadyDone);
        assertTrue(units.unpack(new UnitUnpacking(at("u"), ONE)) instanceof Outcome.AlreadyDone);
        assertEquals(List.of("EVENT_ID_REUSED id"), refusals(nest("n", PALLET, TWO)));
        assertEquals(List.of("EVENT_ID_REUSED id"), refusals(move("m", SHELF, PALLET)));
        assertEquals(List.of("EVENT_ID_REUSED id"), refusals(takeOut("o", TWO)));
        assertEquals(List.of("EVENT_ID_REUSED id"), refusals(units.unpack(new UnitUnpacking(at("u"), TWO))));
    }

    @Test
    void a_pallet_is_shipped_whole_and_then_nothing_can_be_done_with_it() {
        LotKey bread = bakery.baked("B1");
        pack("p1", ONE, on(SHELF, bread, "12 C62"));
        pack("p2", TWO, on(SHELF, bread, "24 C62"));
        recorded(nest("n", PALLET, ONE, TWO));
        bakery.ordered(aSalesOrder("SO1").ordering(BREAD, "36 C62").build());
        reserve(bread, ONE, "12 C62");

        assertEquals(List.of("NOT_RESERVED lines[2].quantity"), refusals(ship("s", PALLET)));
        reserve(bread, TWO, "24 C62");
        recorded(move("m", GATE, PALLET));
        recorded(ship("s", PALLET));

        assertEquals(List.of(), bakery.reserved(bread));
        assertEquals(List.of("BER/A-01 204 C62"), bakery.stock(bread));
        assertEquals(Optional.of(Place.party(MARKET)), found(PALLET).place());
        assertEquals(List.of(PALLET), found(TWO).in());
        assertTrue(ship("s", PALLET) instanceof Outcome.AlreadyDone);
        assertEquals(List.of("EVENT_ID_REUSED id"), refusals(ship("s", pallet(7))));

        assertEquals(List.of("UNIT_SHIPPED unit"), refusals(units.unpack(new UnitUnpacking(at("u"), TWO))));
        assertEquals(List.of("UNIT_SHIPPED units[1]"), refusals(move("m2", SHELF, PALLET)));
        assertEquals(List.of("UNIT_SHIPPED units[1]"), refusals(ship("s2", PALLET)));
        assertEquals(
                List.of("UNIT_SHIPPED"),
                recorded(units.takeOut(
                                new UnitTakingOut(aContext("out").reported().request(), List.of(TWO))))
                        .findings());
    }

    @Test
    void the_history_of_a_unit_is_read_from_its_end() {
        cartons();
        recorded(nest("n", PALLET, ONE));
        recorded(move("m", GATE, PALLET));
        recorded(units.unpack(new UnitUnpacking(at("u"), ONE)));

        assertEquals(List.of("u", "m", "n", "p1"), ids(units.history(ONE, Optional.empty(), 10)));
        assertEquals(List.of("u", "n"), ids(units.history(PALLET, Optional.empty(), 10)));
        List<RecordedEvent> first = units.history(ONE, Optional.empty(), 2);
        assertEquals(
                List.of("n", "p1"),
                ids(units.history(ONE, Optional.of(first.get(1).position()), 10)));
        assertEquals(Optional.empty(), units.find(pallet(77)));
    }

    @Test
    void the_reversal_of_a_move_brings_all_back_and_nesting_is_undone_by_taking_out() {
        cartons();
        recorded(nest("n", PALLET, ONE, TWO));
        recorded(move("m", GATE, PALLET));

        assertEquals(List.of(), bakery.reverse("r1", "m").violations());
        assertEquals(Optional.of(Place.location(BERLIN, SHELF)), found(PALLET).place());
        assertEquals(2, found(PALLET).nested().size());

        assertEquals(
                List.of("NESTING_NOT_REVERSIBLE corrects"),
                WorkingBakery.codes(bakery.reverse("r2", "n").violations()));
    }

    @Test
    void a_move_is_not_reversed_when_that_would_leave_behind_what_came_into_the_unit_since() {
        cartons();
        recorded(move("m", GATE, ONE));
        recorded(bakery.capture()
                .transfer(
                        PACK,
                        new Transfer(at("p"), BERLIN, GATE, Optional.of(ONE), List.of(on(SHELF, FLOUR_2, "5 KGM")))));

        assertEquals(
                List.of("UNIT_AT_TWO_PLACES corrects"),
                WorkingBakery.codes(bakery.reverse("r1", "m").violations()));
        assertEquals(List.of(), bakery.reverse("r2", "p").violations());
        assertEquals(List.of(), bakery.reverse("r3", "m").violations());
        assertEquals(Optional.of(Place.location(BERLIN, SHELF)), found(ONE).place());
    }

    @Test
    void what_is_in_what_is_derived_from_the_ledger_again() {
        cartons();
        recorded(nest("n", PALLET, ONE, TWO));
        recorded(move("m", GATE, ONE));
        List<String> rows = bakery.database().contents().get("unit_nesting");
        bakery.database().sql("delete from unit_nesting where unit_sscc = '" + ONE + "'");
        LedgerProjection projection = bakery.company().services(LedgerProjection.class).stream()
                .filter(one -> one.name().equals("units"))
                .findFirst()
                .orElseThrow();

        List<String> differences = new ArrayList<>();
        projection.rebuild(differences::add);

        assertEquals(1, differences.size(), differences.toString());
        assertEquals(rows, bakery.database().contents().get("unit_nesting"));
    }

    private void cartons() {
        pack("p1", ONE, on(SHELF, FLOUR_1, "10 KGM"));
        pack("p2", TWO, on(SHELF, FLOUR_2, "20 KGM"));
    }

    private void pack(String id, Sscc unit, LotQuantity goods) {
        recorded(bakery.capture()
                .transfer(PACK, new Transfer(at(id), BERLIN, SHELF, Optional.of(unit), List.of(goods))));
    }

    private Outcome<RecordedEvent> nest(String id, Sscc into, Sscc... cartons) {
        return units.nest(new UnitNesting(at(id), List.of(cartons), into));
    }

    private Outcome<RecordedEvent> takeOut(String id, Sscc... cartons) {
        return units.takeOut(new UnitTakingOut(at(id), List.of(cartons)));
    }

    private Outcome<RecordedEvent> move(String id, LocationId to, Sscc... all) {
        return units.move(new UnitMove(at(id), List.of(all), BERLIN, to));
    }

    private Outcome<RecordedEvent> ship(String id, Sscc... all) {
        return units.ship(new UnitShipment(at(id), "S-" + id, "SO1", List.of(all)));
    }

    private void reserve(LotKey lot, Sscc unit, String quantity) {
        bakery.unitOfWork().run(() -> bakery.database()
                .reservations()
                .save(new Reservation(
                        new OrderLineReference(new DocumentReference(DocumentType.SALES_ORDER, "SO1"), 1),
                        lot,
                        Position.at(Bakery.in(SHELF), unit),
                        of(quantity))));
    }

    private LogisticUnit found(Sscc unit) {
        return units.find(unit).orElseThrow();
    }

    private static LotQuantity in(Sscc unit, LocationId location, LotKey lot, String quantity) {
        return new LotQuantity(LotReference.to(lot), location, Optional.of(unit), of(quantity));
    }

    private static List<String> quantities(LogisticUnit unit) {
        return unit.content().stream()
                .map(balance -> balance.quantity().toString())
                .toList();
    }

    private static List<String> ids(List<RecordedEvent> events) {
        return events.stream().map(event -> event.event().id().value()).toList();
    }

    private static List<String> sorted(List<String> texts) {
        return texts.stream().sorted().toList();
    }

    private static CaptureContext at(String id) {
        return aContext(id).requested().request();
    }
}
