package org.lottrace.persistence.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.GATE;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.NOW;
import static org.lottrace.api.fixture.Bakery.POTSDAM;
import static org.lottrace.api.fixture.Bakery.QUARANTINE;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.TODAY;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.ProductionOrderBuilder.aProductionOrder;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.lottrace.api.allocation.AllocationDecision;
import org.lottrace.api.allocation.Rotation;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.store.ProductionOrderStore;
import org.lottrace.api.order.ProductionOrder;
import org.lottrace.api.planning.ExpiringLot;
import org.lottrace.api.planning.OrderedLine;
import org.lottrace.api.planning.ShippedLot;
import org.lottrace.api.planning.store.PlanningStore.Arrived;
import org.lottrace.api.planning.store.PlanningStore.Came;
import org.lottrace.api.planning.store.SiteHours;
import org.lottrace.api.quantity.Quantity;

class PlanningStoreContractIT extends OverviewContract {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final int MOST = 100;

    @Test
    void an_order_line_has_what_left_until_the_end_of_its_day_and_what_was_reversed_did_not_leave() {
        LotKey bread = baked("B1", "2026-03-20");
        ordered("SO1", "2026-03-02");
        ordered("SO2", "2026-03-04");
        ship("s1", "2026-03-02T22:59:59Z", "SO1", bread, "10 C62");
        ship("s2", "2026-03-02T23:00:00Z", "SO1", bread, "9 C62");
        ship("s3", "2026-03-02T10:00:00Z", "SO1", bread, "8 C62");
        reverse("s3", bread, "8 C62");
        ship("s4", "2026-03-02T11:00:00Z", "SO1", stored(aLot("F1").of(FLOUR).build()), "7 KGM");

        List<OrderedLine> lines =
                db.planning().ordered(days("2026-03-01", "2026-03-03"), Optional.empty(), Optional.empty(), MOST);

        assertEquals(
                List.of(new OrderedLine(
                        line("SO1"),
                        MARKET,
                        BERLIN,
                        BREAD,
                        LocalDate.of(2026, 3, 2),
                        quantity("24 C62"),
                        quantity("10 C62"))),
                lines);
        assertEquals(
                List.of(),
                db.planning().ordered(days("2026-03-02", "2026-03-02"), Optional.of(FLOUR), Optional.empty(), MOST));
        assertEquals(
                List.of(),
                db.planning().ordered(days("2026-03-02", "2026-03-02"), Optional.empty(), Optional.of(MILL), MOST));
        assertEquals(
                1,
                db.planning()
                        .ordered(days("2026-03-01", "2026-03-09"), Optional.of(BREAD), Optional.of(MARKET), 1)
                        .size());
    }

    @Test
    void a_delivery_is_judged_on_the_day_of_the_order_or_of_the_shipment_when_that_is_later() {
        LotKey lot = baked("B1", "2026-03-12");
        ordered("SO1", "2026-03-04");
        ordered("SO2", "2026-03-01");
        ship("s1", "2026-03-02T10:00:00Z", "SO1", lot, "4 C62");
        ship("s2", "2026-03-02T11:00:00Z", "SO2", lot, "3 C62");

        List<ShippedLot> shipped =
                db.planning().shipped(days("2026-03-02", "2026-03-02"), Optional.of(BREAD), Optional.of(MARKET), MOST);

        assertEquals(
                List.of("SH-s1 2026-03-04 8 80.0 4", "SH-s2 2026-03-02 10 100.0 3"),
                shipped.stream()
                        .map(one -> one.shipment() + " " + one.delivery() + " "
                                + one.daysLeft().orElseThrow() + " "
                                + one.percentLeft().orElseThrow() + " "
                                + one.quantity().amount())
                        .toList());
        assertEquals(
                List.of(),
                db.planning().shipped(days("2026-03-03", "2026-03-09"), Optional.empty(), Optional.empty(), MOST));
    }

    @Test
    void an_earlier_lot_that_was_free_was_passed_over() {
        LotKey late = baked("LATE", "2026-03-20");
        LotKey early = baked("EARLY", "2026-03-12");
        made("m1", "2026-03-01T08:00:00Z", late, SHELF, "50 C62");
        made("m2", "2026-03-01T09:00:00Z", early, SHELF, "6 C62");
        ordered("SO1", "2026-03-02");
        ship("s1", "2026-03-02T10:00:00Z", "SO1", late, "24 C62");

        assertEquals(List.of("LATE EARLY 6"), earlier());
    }

    @Test
    void a_lot_that_was_held_too_short_in_quarantine_or_not_there_yet_was_not_passed_over() {
        LotKey late = baked("LATE", "2026-03-20");
        LotKey held = baked("HELD", "2026-03-12");
        LotKey freed = baked("FREED", "2026-03-13");
        LotKey tooShort = baked("SHORT", "2026-03-06");
        LotKey apart = baked("APART", "2026-03-12");
        LotKey after = baked("AFTER", "2026-03-12");
        made("m1", "2026-03-01T08:00:00Z", late, SHELF, "50 C62");
        made("m2", "2026-03-01T08:00:00Z", held, SHELF, "5 C62");
        made("m3", "2026-03-01T08:00:00Z", freed, SHELF, "5 C62");
        made("m4", "2026-03-01T08:00:00Z", tooShort, SHELF, "5 C62");
        made("m5", "2026-03-01T08:00:00Z", apart, QUARANTINE, "5 C62");
        append(anEvent("h1", EventType.HOLD)
                .setting(held, Disposition.ON_HOLD, "ergot")
                .setting(freed, Disposition.ON_HOLD, "ergot")
                .build());
        append(anEvent("h2", EventType.RELEASE)
                .setting(freed, Disposition.SELLABLE, "clean")
                .build());
        ordered("SO1", "2026-03-02");
        ship("s1", "2026-03-02T10:00:00Z", "SO1", late, "24 C62");
        made("m6", "2026-03-02T11:00:00Z", after, SHELF, "5 C62");

        assertEquals(List.of("LATE FREED 5"), earlier());
    }

    @Test
    void what_another_order_had_got_before_was_not_free() {
        LotKey late = baked("LATE", "2026-03-20");
        LotKey early = baked("EARLY", "2026-03-12");
        made("m1", "2026-03-01T08:00:00Z", late, SHELF, "50 C62");
        made("m2", "2026-03-01T08:00:00Z", early, SHELF, "30 C62");
        ordered("SO1", "2026-03-02");
        ordered("SO2", "2026-03-03");
        decided(1, "SO2", NOW.minusSeconds(60));
        ship("s1", "2026-03-02T10:00:00Z", "SO1", late, "24 C62");
        ship("s2", "2026-03-02T12:00:00Z", "SO2", early, "24 C62");

        assertEquals(List.of("LATE EARLY 6"), earlier());
    }

    @Test
    void what_another_site_was_promised_before_was_not_free_when_it_has_left_since() {
        LotKey late = baked("LATE", "2026-03-20");
        LotKey early = baked("EARLY", "2026-03-12");
        made("m1", "2026-03-01T08:00:00Z", late, SHELF, "50 C62");
        made("m2", "2026-03-01T08:00:00Z", early, SHELF, "30 C62");
        ordered("SO1", "2026-03-02");
        OrderLineReference promised =
                new OrderLineReference(new DocumentReference(DocumentType.TRANSFER_ORDER, "TR1"), 1);
        decided(1, promised, NOW.minusSeconds(60));
        ship("s1", "2026-03-02T10:00:00Z", "SO1", late, "24 C62");
        append(anEvent("t1", EventType.TRANSFER)
                .in(aContext("t1").at("2026-03-02T12:00:00Z").build())
                .of(DocumentType.TRANSFER_ORDER, "TR1")
                .moving(early, "24 C62", Position.at(in(SHELF)), Position.at(Place.inTransit(POTSDAM)), promised)
                .build());

        assertEquals(List.of("LATE EARLY 6"), earlier());
    }

    @Test
    void what_came_has_its_quantity_for_each_unit_and_what_went_to_another_place_did_not_come() {
        LotKey flour = stored(aLot("F1").build());
        LotKey bread = baked("B1", "2026-03-20");
        append(anEvent("r1", EventType.RECEIVE)
                .moving(flour, "100 KGM", Place.party(MILL), in(SHELF))
                .moving(flour, "50 KGM", Place.party(MILL), in(GATE))
                .build());
        made("m1", "2026-03-02T08:00:00Z", bread, SHELF, "7 C62");
        append(anEvent("t1", EventType.TRANSFER)
                .moving(bread, "7 C62", in(SHELF), in(GATE))
                .build());

        assertEquals(
                List.of(new Came(quantity("7 C62"), Optional.empty()), new Came(quantity("150 KGM"), Optional.empty())),
                db.planning().came(days("2026-03-02", "2026-03-02"), Optional.empty()));
        assertEquals(
                List.of(new Came(quantity("150 KGM"), Optional.empty())),
                db.planning().came(days("2026-03-02", "2026-03-02"), Optional.of(FLOUR)));
    }

    @Test
    void what_was_shipped_and_consumed_was_wanted_in_its_span() {
        LotKey bread = baked("B1", "2026-03-20");
        LotKey flour = stored(aLot("F1").build());
        ordered("SO1", "2026-03-02");
        ship("s1", "2026-03-02T10:00:00Z", "SO1", bread, "4 C62");
        ship("s2", "2026-03-02T23:00:00Z", "SO1", bread, "5 C62");
        ship("s3", "2026-03-02T11:00:00Z", "SO1", bread, "6 C62");
        reverse("s3", bread, "6 C62");
        append(anEvent("c1", EventType.CONSUME)
                .moving(
                        flour,
                        "20 KGM",
                        in(SHELF),
                        Place.productionOrder(new DocumentReference(DocumentType.PRODUCTION_ORDER, "PR1")))
                .build());

        assertEquals(
                List.of("2026-03-02 BREAD 4 C62", "2026-03-03 BREAD 5 C62", "2026-03-02 FLOUR 20 KGM"),
                db.planning().wanted(days("2026-03-02", "2026-03-03"), Optional.empty(), MOST).stream()
                        .map(one -> one.from() + " " + one.item() + " " + one.quantity())
                        .toList());
        assertEquals(
                1,
                db.planning()
                        .wanted(days("2026-03-02", "2026-03-03"), Optional.of(FLOUR), MOST)
                        .size());
    }

    @Test
    void what_was_there_when_a_day_began_and_what_came_on_it() {
        LotKey before = baked("B1", "2026-03-20");
        LotKey since = baked("B2", "2026-03-21");
        made("m1", "2026-03-01T08:00:00Z", before, SHELF, "7 C62");
        ordered("SO1", "2026-03-02");
        ship("s1", "2026-03-01T09:00:00Z", "SO1", before, "3 C62");
        made("m2", "2026-03-02T08:00:00Z", since, SHELF, "5 C62");
        append(anEvent("t1", EventType.TRANSFER)
                .moving(since, "5 C62", in(SHELF), in(GATE))
                .build());
        List<SiteHours> days = days("2026-03-02", "2026-03-02");

        assertEquals(
                List.of(new Arrived(
                        before, LocalDate.of(2026, 3, 1), Optional.of(LocalDate.of(2026, 3, 20)), quantity("4 C62"))),
                db.planning().there(days.get(0), BREAD, MOST));
        assertEquals(
                List.of(new Arrived(
                        since, LocalDate.of(2026, 3, 2), Optional.of(LocalDate.of(2026, 3, 21)), quantity("5 C62"))),
                db.planning().arrived(days, BREAD, MOST));
        assertEquals(List.of(), db.planning().there(days.get(0), FLOUR, MOST));
    }

    @Test
    void an_open_order_needs_what_is_planned_with_its_scrap_less_what_was_consumed() {
        LotKey flour = stored(aLot("F1").build());
        planned("FA1", "2026-03-05", Optional.empty());
        planned("FA2", "2026-03-04", Optional.empty());
        planned("FA3", "2026-03-04", Optional.of(NOW));
        planned("FA4", "2026-04-04", Optional.empty());
        planned("OVERDUE", "2026-02-01", Optional.empty());
        append(anEvent("c1", EventType.CONSUME)
                .of(DocumentType.PRODUCTION_ORDER, "FA1")
                .moving(
                        flour,
                        "20 KGM",
                        in(SHELF),
                        Place.productionOrder(new DocumentReference(DocumentType.PRODUCTION_ORDER, "FA1")))
                .build());

        assertEquals(
                List.of("OVERDUE 2026-02-01 102.5 KGM", "FA2 2026-03-04 102.5 KGM", "FA1 2026-03-05 82.5 KGM"),
                db.planning().needed(BERLIN, Optional.of(FLOUR), LocalDate.of(2026, 3, 31), MOST).stream()
                        .map(one -> one.order() + " " + one.day() + " " + one.open())
                        .toList());
        assertEquals(List.of(), db.planning().needed(BERLIN, Optional.of(BREAD), LocalDate.of(2026, 3, 31), MOST));
    }

    private void planned(String number, String day, Optional<Instant> closedAt) {
        ProductionOrder order = aProductionOrder(number)
                .making(BREAD, "10 CS")
                .of(FLOUR, "4 BG", "2.5")
                .build();
        inOne(() -> db.productionOrders()
                .save(new ProductionOrderStore.Kept(
                        new ProductionOrder(number, BERLIN, LocalDate.parse(day), "", order.lines()), closedAt)));
    }

    @Test
    void what_was_destroyed_is_waste_when_it_was_expired() {
        LotKey old = baked("OLD", "2026-03-01");
        LotKey good = baked("GOOD", "2026-03-02");
        dispose("d1", old);
        dispose("d2", good);

        assertEquals(
                List.of("OLD 2026-03-02 d1 3 C62"),
                db.planning().destroyed(days("2026-03-01", "2026-03-03"), Optional.of(BREAD), MOST).stream()
                        .map(one -> one.lot().number() + " " + one.day() + " "
                                + one.disposal().orElseThrow() + " " + one.quantity())
                        .toList());
        assertEquals(List.of(), db.planning().destroyed(days("2026-03-01", "2026-03-03"), Optional.of(FLOUR), MOST));
    }

    @Test
    void stock_that_expires_is_added_up_for_a_site_and_has_its_share_of_the_cost() {
        stocked(
                aLot("A").of(BREAD).expiring("2026-03-05").build(),
                "3 C62",
                Position.at(in(SHELF)),
                Position.at(in(GATE)));
        stocked(aLot("B").of(BREAD).expiring("2026-03-01").build(), "2 C62", Position.at(in(SHELF)));
        stocked(aLot("C").of(BREAD).expiring("2026-03-09").build(), "2 C62", Position.at(in(SHELF)));
        stocked(aLot("N").of(BREAD).build(), "2 C62", Position.at(in(SHELF)));

        List<ExpiringLot> found = db.planning()
                .expiring(DAYS, Optional.of(BREAD), LocalDate.of(2026, 2, 1), LocalDate.of(2026, 3, 8), MOST);

        assertEquals(
                List.of("B -1 2 C62", "A 3 6 C62"),
                found.stream()
                        .map(one -> one.lot().number() + " " + one.daysLeft() + " " + one.quantity())
                        .toList());
        assertEquals(
                List.<Optional<Money>>of(Optional.empty(), Optional.empty()),
                found.stream().map(ExpiringLot::value).toList());
        assertEquals(
                List.of(),
                db.planning()
                        .expiring(DAYS, Optional.of(FLOUR), LocalDate.of(2026, 2, 1), LocalDate.of(2026, 3, 8), MOST));
    }

    private List<String> earlier() {
        return db
                .planning()
                .earlier(days("2026-03-02", "2026-03-02"), Optional.empty(), Optional.empty(), MOST)
                .stream()
                .map(one -> one.shipped().number() + " " + one.earlier().number() + " "
                        + one.free().amount().toPlainString())
                .collect(Collectors.toList());
    }

    private static List<SiteHours> days(String from, String to) {
        return LocalDate.parse(from)
                .datesUntil(LocalDate.parse(to).plusDays(1))
                .map(day -> new SiteHours(
                        BERLIN,
                        day,
                        day.atStartOfDay(ZONE).toInstant(),
                        day.plusDays(1).atStartOfDay(ZONE).toInstant()))
                .toList();
    }

    private LotKey baked(String number, String expiry) {
        return stored(aLot(number)
                .of(BREAD)
                .producedOn(LocalDate.parse(expiry).minusDays(10).toString())
                .expiring(expiry)
                .build());
    }

    private void ordered(String number, String day) {
        inOne(() -> db.salesOrders()
                .save(aSalesOrder(number)
                        .deliveredOn(day)
                        .ordering(BREAD, "2 CS")
                        .build()));
    }

    private static OrderLineReference line(String order) {
        return new OrderLineReference(new DocumentReference(DocumentType.SALES_ORDER, order), 1);
    }

    private void made(String id, String at, LotKey lot, LocationId to, String quantity) {
        append(anEvent(id, EventType.PRODUCE)
                .in(aContext(id).at(at).build())
                .moving(lot, quantity, Place.transformation(BERLIN), in(to))
                .build());
    }

    private void ship(String id, String at, String order, LotKey lot, String quantity) {
        append(anEvent(id, EventType.SHIP)
                .in(aContext(id).at(at).build())
                .of(DocumentType.SALES_ORDER, order)
                .of(DocumentType.SHIPMENT, "SH-" + id)
                .moving(lot, quantity, Position.at(in(SHELF)), Position.at(Place.party(MARKET)), line(order))
                .build());
    }

    private void reverse(String id, LotKey lot, String quantity) {
        append(anEvent("r-" + id, EventType.REVERSE)
                .correcting(id)
                .moving(lot, quantity, Place.party(MARKET), in(SHELF))
                .build());
    }

    private void dispose(String id, LotKey lot) {
        append(anEvent(id, EventType.DISPOSE)
                .moving(lot, "3 C62", in(SHELF), Place.disposal(BERLIN))
                .build());
    }

    private void decided(long number, String order, Instant at) {
        decided(number, line(order), at);
    }

    private void decided(long number, OrderLineReference line, Instant at) {
        inOne(() -> db.allocationDecisions()
                .insert(List.of(new AllocationDecision(
                        number,
                        line,
                        BREAD,
                        at,
                        TODAY,
                        Rotation.FEFO,
                        List.of(),
                        new Quantity(BigDecimal.ONE, quantity("1 C62").unit()),
                        List.of(),
                        0,
                        Optional.empty()))));
    }
}
