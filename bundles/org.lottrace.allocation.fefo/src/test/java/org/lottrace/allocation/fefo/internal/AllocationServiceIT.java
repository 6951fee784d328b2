package org.lottrace.allocation.fefo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.GATE;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.PICK_FACE;
import static org.lottrace.api.fixture.Bakery.POTSDAM;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Outcomes.refusals;
import static org.lottrace.api.fixture.PartyBuilder.aParty;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.api.fixture.SiteBuilder.aSite;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.allocation.Candidate;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LocationType;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.partner.PartyRole;
import org.lottrace.api.violation.Violation;

/** The market takes nothing with less than 5 days left; orders are delivered on 2026-03-03. */
class AllocationServiceIT {
    private static final Lot MARCH = bread("MARCH", "2026-03-20");
    private static final Lot APRIL = bread("APRIL", "2026-04-20");

    private final Warehouse warehouse = new Warehouse();

    /** cs.stackexchange 169611: 6 pieces last one month, 12 last three. */
    @Test
    void one_order_takes_what_only_it_may_have_and_leaves_the_fresh_lot_to_the_other() {
        PartyId oneMonth = new PartyId("ONE");
        PartyId threeMonths = new PartyId("THREE");
        warehouse
                .with(aParty(oneMonth)
                        .as(PartyRole.CUSTOMER)
                        .requiringRemainingDays(30)
                        .build())
                .with(aParty(threeMonths)
                        .as(PartyRole.CUSTOMER)
                        .requiringRemainingDays(90)
                        .build())
                .with(bread("ONE", "2026-04-02"), "6 C62")
                .with(bread("THREE", "2026-06-02"), "12 C62")
                .ordered(
                        aSalesOrder("O1").by(oneMonth).ordering(BREAD, "10 C62").build(),
                        aSalesOrder("O2")
                                .by(threeMonths)
                                .ordering(BREAD, "5 C62")
                                .build());

        assertEquals("ONE 6, THREE 4", warehouse.allocated("O1"));
        assertEquals("THREE 5", warehouse.allocated("O2"));
    }

    /** frappe/erpnext#58640, #42021: one batch that cannot fill the row, expired picked, nothing said of the rest. */
    @Test
    void splits_over_lots_passes_over_what_expired_and_says_what_is_short() {
        warehouse
                .with(bread("OLD", "2026-03-02"), "50 C62")
                .with(APRIL, "3 C62")
                .with(MARCH, "4 C62")
                .ordered(aSalesOrder("O1").ordering(BREAD, "10 C62").build());

        assertEquals("MARCH 4, APRIL 3 - 3", warehouse.allocated("O1"));
    }

    /** odoo/odoo#117138: whether a lot is available is asked for a date, here to the day. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-14, MARCH 1",
        "2026-03-15, MARCH 1",
        "2026-03-16, APRIL 1",
        "2026-04-15, APRIL 1",
        "2026-04-16, - 1"
    })
    void the_date_is_the_one_of_delivery(String deliveredOn, String expected) {
        warehouse
                .with(APRIL, "5 C62")
                .with(MARCH, "5 C62")
                .ordered(aSalesOrder("O1")
                        .deliveredOn(deliveredOn)
                        .ordering(BREAD, "1 C62")
                        .build());

        assertEquals(expected, warehouse.allocated("O1"));
    }

    /** Today is 2 March: an order that was due in February got bread of which nothing was left. */
    @ParameterizedTest
    @CsvSource({"2026-02-25, APRIL 1", "2026-03-01, APRIL 1"})
    void the_date_is_today_when_that_of_delivery_is_over(String deliveredOn, String expected) {
        warehouse
                .with(bread("SHORT", "2026-03-06"), "5 C62")
                .with(APRIL, "5 C62")
                .ordered(aSalesOrder("O1")
                        .deliveredOn(deliveredOn)
                        .ordering(BREAD, "1 C62")
                        .build());

        assertEquals(expected, warehouse.allocated("O1"));
    }

    @Test
    void an_order_of_the_past_is_judged_on_the_day_it_was_allocated() {
        warehouse
                .with(bread("SHORT", "2026-03-06"), "5 C62")
                .with(APRIL, "5 C62")
                .ordered(aSalesOrder("O1")
                        .deliveredOn("2026-02-25")
                        .ordering(BREAD, "1 C62")
                        .build());

        assertEquals("SHORT 1", warehouse.allocated("O1", LocalDate.of(2026, 2, 24)));
    }

    /** odoo/odoo#77261: with only an expiry and no other date set, the wrong lot went. */
    @Test
    void expiry_decides_over_production_and_lots_without_a_date_go_last() {
        warehouse
                .with(aLot("NODATE").of(SALT).producedOn("2020-01-01").build(), "5 KGM")
                .with(
                        aLot("LATER")
                                .of(SALT)
                                .producedOn("2025-01-01")
                                .expiring("2027-02-01")
                                .build(),
                        "5 KGM")
                .with(aLot("SOONER").of(SALT).expiring("2027-01-01").build(), "5 KGM")
                .ordered(aSalesOrder("O1").ordering(SALT, "12.5 KGM").build());

        assertEquals("SOONER 5, LATER 5, NODATE 2.5", warehouse.allocated("O1"));
    }

    @Test
    void explains_every_position_it_looked_at() {
        Lot held = bread("HELD", "2026-03-19");
        warehouse
                .with(bread("OLD", "2026-03-06"), "1 C62")
                .with(held, "1 C62")
                .holding(held)
                .with(MARCH, "1 C62", DOCK)
                .with(MARCH, "2 C62", PICK_FACE)
                .with(MARCH, "4 C62", SHELF)
                .with(MARCH, "9 C62", Place.location(POTSDAM, SHELF))
                .with(MARCH, "7 C62", Place.inTransit(BERLIN))
                .with(APRIL, "8 C62")
                .ordered(
                        aSalesOrder("O1").ordering(BREAD, "2 C62").build(),
                        aSalesOrder("O2").ordering(BREAD, "3 C62").build());
        warehouse.allocate("O1");

        LineAllocation line = warehouse.allocate("O2").get(0);

        assertEquals(
                List.of(
                        "OLD at BER/A-01: 1 C62, SHELF_LIFE_TOO_SHORT",
                        "HELD at BER/A-01: 1 C62, LOT_ON_HOLD",
                        "MARCH at BER/P-01: 0 C62, FULLY_RESERVED",
                        "MARCH at BER/DOCK: 1 C62, LOCATION_NOT_ALLOCATABLE",
                        "MARCH at BER/A-01: 4 C62, takes 3 C62",
                        "APRIL at BER/A-01: 8 C62, takes 0 C62"),
                line.candidates().stream().map(AllocationServiceIT::explained).toList());
    }

    /** At the gate it can't be taken; the dock is no location of the site any more. */
    @Test
    void says_what_is_wrong_with_a_location() {
        warehouse
                .with(MARCH, "1 C62", DOCK)
                .with(MARCH, "1 C62", GATE)
                .ordered(aSalesOrder("O1").ordering(BREAD, "2 C62").build());
        warehouse.database.unitOfWork().run(() -> warehouse
                .database
                .sites()
                .save(aSite(BERLIN).with(GATE, LocationType.SHIPPING).build()));

        List<String> reasons = warehouse.allocate("O1").get(0).candidates().stream()
                .flatMap(candidate -> candidate.reasons().stream())
                .map(Violation::message)
                .toList();

        assertEquals(
                List.of(
                        "BER/DOCK is no location of the site any more; move the goods to storage or picking first",
                        "BER/GATE is a SHIPPING location; move the goods to storage or picking first"),
                reasons.stream().sorted().toList());
    }

    @Test
    void a_position_that_was_emptied_is_not_looked_at() {
        warehouse
                .with(MARCH, "5 C62")
                .ordered(aSalesOrder("O1").ordering(BREAD, "2 C62").build());
        warehouse.append(anEvent("t1", EventType.TRANSFER)
                .moving(MARCH.key(), "5 C62", in(SHELF), in(PICK_FACE))
                .build());

        assertEquals(
                List.of("MARCH at BER/P-01: 5 C62, takes 2 C62"),
                warehouse.allocate("O1").get(0).candidates().stream()
                        .map(AllocationServiceIT::explained)
                        .toList());
    }

    /** A return that names the order line, and a piece that left with the order without a line. */
    @Test
    void only_what_left_for_an_order_line_is_shipped() {
        OrderLineReference line = new OrderLineReference(new DocumentReference(DocumentType.SALES_ORDER, "O1"), 1);
        warehouse
                .with(MARCH, "9 C62")
                .ordered(aSalesOrder("O1").ordering(BREAD, "5 C62").build());
        warehouse.append(anEvent("s1", EventType.SHIP)
                .of(DocumentType.SALES_ORDER, "O1")
                .moving(MARCH.key(), "2 C62", Position.at(in(SHELF)), Position.at(Place.party(MARKET)), line)
                .moving(MARCH.key(), "1 C62", in(SHELF), Place.party(MARKET))
                .build());
        warehouse.append(anEvent("r1", EventType.RETURN)
                .of(DocumentType.SALES_ORDER, "O1")
                .moving(MARCH.key(), "1 C62", Position.at(Place.party(MARKET)), Position.at(in(SHELF)), line)
                .build());

        assertEquals(quantity("2 C62"), warehouse.allocate("O1").get(0).shipped());
    }

    @Test
    void keeps_what_is_reserved_and_looks_only_for_what_is_missing() {
        warehouse
                .with(APRIL, "3 C62")
                .ordered(aSalesOrder("O1").ordering(BREAD, "5 C62").build());
        assertEquals("APRIL 3 - 2", warehouse.allocated("O1"));

        warehouse.with(MARCH, "5 C62");

        assertEquals("MARCH 2, APRIL 3", warehouse.allocated("O1"));
        assertEquals(List.of(), warehouse.allocate("O1").get(0).candidates());
        assertEquals("MARCH 2, APRIL 3", warehouse.shown("O1"));
    }

    @Test
    void adds_to_what_is_reserved_at_the_same_position() {
        warehouse
                .with(MARCH, "3 C62")
                .ordered(aSalesOrder("O1").ordering(BREAD, "5 C62").build());
        warehouse.allocate("O1");

        warehouse.with(MARCH, "3 C62");

        assertEquals("MARCH 5", warehouse.allocated("O1"));
        assertEquals(1, warehouse.reservations("O1").size());
    }

    /** frappe/erpnext#41909: the same batch on three lines was given out more often than there was. */
    @Test
    void several_lines_of_one_item_share_what_there_is() {
        warehouse
                .with(MARCH, "5 C62")
                .ordered(aSalesOrder("O1")
                        .ordering(BREAD, "2 C62")
                        .ordering(BREAD, "2 C62")
                        .ordering(BREAD, "2 C62")
                        .build());

        assertEquals("MARCH 2 | MARCH 2 | MARCH 1 - 1", warehouse.allocated("O1"));
    }

    /** frappe/erpnext#57159: one batch reserved for two orders blocked the first delivery, stale ones later orders. */
    @Test
    void two_orders_share_a_lot_and_nothing_stays_behind_when_one_has_shipped() {
        warehouse
                .with(MARCH, "10 C62")
                .ordered(
                        aSalesOrder("O1").ordering(BREAD, "6 C62").build(),
                        aSalesOrder("O2").ordering(BREAD, "4 C62").build(),
                        aSalesOrder("O3").ordering(BREAD, "4 C62").build());
        warehouse.allocate("O1");
        warehouse.allocate("O2");
        assertEquals("- 4", warehouse.allocated("O3"));

        warehouse.ship("O1");
        assertEquals("- 4", warehouse.allocated("O3"));

        assertEquals(
                4, warehouse.allocation.cancel("O2").get(0).quantity().amount().intValueExact());
        assertEquals("MARCH 4", warehouse.allocated("O3"));
        assertEquals(List.of(), warehouse.allocation.cancel("O2"));
    }

    @Test
    void what_has_shipped_is_not_reserved_again_and_a_return_reopens_nothing() {
        warehouse
                .with(MARCH, "4 C62")
                .ordered(aSalesOrder("O1").ordering(BREAD, "10 C62").build());
        warehouse.allocate("O1");
        warehouse.ship("O1");
        warehouse.with(APRIL, "20 C62").takeBack(MARCH, "3 C62");

        LineAllocation line = warehouse.allocate("O1").get(0);

        assertEquals(quantity("4 C62"), line.shipped());
        assertEquals("APRIL 6", warehouse.shown("O1"));
    }

    @Test
    void orders_in_cases_reserve_pieces() {
        warehouse
                .with(MARCH, "30 C62")
                .ordered(aSalesOrder("O1").ordering(BREAD, "2 CS").build());

        assertEquals("MARCH 24", warehouse.allocated("O1"));
    }

    @Test
    void an_unknown_order_is_refused_and_cancelling_it_gives_nothing_back() {
        assertEquals(List.of("ORDER_UNKNOWN"), refusals(warehouse.allocation.allocate("O9")));
        assertEquals(List.of("ORDER_UNKNOWN"), refusals(warehouse.allocation.show("O9")));
        assertEquals(List.of(), warehouse.allocation.cancel("O9"));
    }

    /** odoo/odoo#62139, #268942: concurrent reservations came apart from the stock. */
    @Test
    void orders_that_are_allocated_at_the_same_time_never_get_more_than_there_is() throws Exception {
        int orders = 12;
        warehouse.with(MARCH, "7 C62").with(APRIL, "9 C62");
        for (int i = 0; i < orders; i++) {
            warehouse.ordered(aSalesOrder("O" + i).ordering(BREAD, "2 C62").build());
        }

        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<List<LineAllocation>>> work = IntStream.range(0, orders)
                    .<Callable<List<LineAllocation>>>mapToObj(i -> () -> warehouse.allocate("O" + i))
                    .toList();
            for (Future<List<LineAllocation>> done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }

        Map<String, Integer> byLot = IntStream.range(0, orders)
                .mapToObj(i -> warehouse.reservations("O" + i))
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(
                        r -> r.lot().number().value(), Collectors.summingInt(AllocationServiceIT::pieces)));
        assertEquals(Map.of("MARCH", 7, "APRIL", 9), byLot);
    }

    private static int pieces(Reservation reservation) {
        return reservation.quantity().amount().intValueExact();
    }

    private static String explained(Candidate candidate) {
        String verdict = candidate.reasons().isEmpty()
                ? "takes " + candidate.taken()
                : candidate.reasons().stream().map(Violation::code).collect(Collectors.joining(" "));
        return candidate.lot().number() + " at " + candidate.position() + ": " + candidate.available() + ", " + verdict;
    }

    private static Lot bread(String number, String expiry) {
        return aLot(number).of(BREAD).madeAt(BERLIN).expiring(expiry).build();
    }
}
