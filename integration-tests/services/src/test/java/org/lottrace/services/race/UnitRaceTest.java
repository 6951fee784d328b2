package org.lottrace.services.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.event.EventType.PACK;
import static org.lottrace.api.event.EventType.TRANSFER;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.PICK_FACE;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.Bakery.pallet;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.services.race.Lock.BALANCES;
import static org.lottrace.services.race.Lock.HEAD;
import static org.lottrace.services.race.Lock.ITEMS;
import static org.lottrace.services.race.Lock.ITEMS_OF_ORDER;
import static org.lottrace.services.race.RacedBakery.BREAD_1;
import static org.lottrace.services.race.RacedBakery.FLOUR_1;
import static org.lottrace.services.race.RacedBakery.on;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lottrace.api.allocation.Allocation;
import org.lottrace.api.allocation.store.ReservationStore;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.store.StockStore;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.LogisticUnits;
import org.lottrace.api.movement.NestedUnit;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.movement.Transfer;
import org.lottrace.api.movement.UnitMove;
import org.lottrace.api.movement.UnitNesting;
import org.lottrace.api.movement.UnitShipment;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.services.race.Race.Requests;

/** Logistic units are nested and moved while others do something with them. */
class UnitRaceTest extends RaceTest {
    private static final Sscc CARTON = pallet(1);
    private static final Sscc OTHER = pallet(2);
    private static final Sscc PALLET = pallet(9);

    private static final Site UNITS = HEAD.in("UnitChecks.locked");
    private static final Site APPEND = BALANCES.in("LedgerService.appendUnderLock");

    /** They have no lot in common, and the pallet is empty: whoever is first says where it is. */
    @TestFactory
    Stream<DynamicTest> a_new_pallet_is_at_the_place_of_whoever_puts_something_on_it_first() {
        return race().firstHolds(UNITS).secondWants(UNITS).oneIsRepeated().tests(bakery -> {
            bakery.withStock(FLOUR_1, "100 KGM").withStock(BREAD_1, "24 C62");
            done(pack(bakery, "p1", FLOUR_1, "10 KGM", SHELF, CARTON));
            done(pack(bakery, "p2", BREAD_1, "12 C62", DOCK, OTHER));
            return new Requests(
                    () -> nest(bakery, "n1", CARTON, PALLET),
                    () -> nest(bakery, "n2", OTHER, PALLET),
                    () -> assertEquals(List.of(new NestedUnit(CARTON, PALLET)), nestedIn(bakery, PALLET)));
        });
    }

    /** What comes into a unit is at its place, and so is what is nested in it. */
    @TestFactory
    Stream<DynamicTest> nothing_is_nested_in_a_unit_that_just_gets_goods_elsewhere() {
        return race().firstHolds(HEAD.in("UnitNestings.broken"))
                .secondWaitsAt(UNITS)
                .oneIsRepeated()
                .tests(bakery -> {
                    bakery.withStock(FLOUR_1, "100 KGM").withStock(BREAD_1, "24 C62");
                    done(pack(bakery, "p1", BREAD_1, "12 C62", SHELF, CARTON));
                    return new Requests(
                            () -> received(bakery, "r1", OTHER),
                            () -> nest(bakery, "n1", CARTON, OTHER),
                            () -> assertEquals(List.of(), nestedIn(bakery, OTHER)));
                });
    }

    /** It takes its locks in the order of all others, so that none of them and it wait for each other. */
    @TestFactory
    Stream<DynamicTest> a_unit_that_moves_and_a_movement_of_its_lot_do_not_wait_for_each_other() {
        return race().firstHolds(BALANCES.in("UnitChecks.locked"))
                .elseRefused()
                .untilBefore(StockStore.class, "lock")
                .secondWaitsAt(APPEND)
                .tests(bakery -> {
                    bakery.withStock(FLOUR_1, "100 KGM");
                    done(pack(bakery, "p1", FLOUR_1, "10 KGM", SHELF, CARTON));
                    return new Requests(
                            () -> move(bakery, "m1", CARTON, PICK_FACE),
                            () -> toTheDock(bakery),
                            () -> assertEquals(
                                    List.of("BER/A-01 60 KGM", "BER/DOCK 30 KGM", "BER/P-01 (00)" + CARTON + " 10 KGM"),
                                    bakery.stock(FLOUR_1)));
                });
    }

    /** Something of the lot is reserved, so the move wants its item in any case: before the lot, as an allocation does. */
    @TestFactory
    Stream<DynamicTest> a_unit_that_moves_and_an_allocation_of_its_lot_do_not_wait_for_each_other() {
        return race().firstHoldsToo(ITEMS_OF_ORDER.in("Demands.lockItems"))
                .untilBefore(StockStore.class, "lock")
                .secondWants(ITEMS.in("UnitChecks.locked"))
                .elseRefused()
                .tests(bakery -> {
                    bakery.withStock(BREAD_1, "24 C62")
                            .withOrder(
                                    aSalesOrder("SO1").ordering(BREAD, "1 CS").build())
                            .withOrder(
                                    aSalesOrder("SO2").ordering(BREAD, "1 CS").build());
                    done(pack(bakery, "p1", BREAD_1, "24 C62", SHELF, CARTON));
                    done(bakery.service(Allocation.class).allocate("SO1"));
                    return new Requests(
                            () -> bakery.service(Allocation.class).allocate("SO2"),
                            () -> move(bakery, "m1", CARTON, PICK_FACE),
                            () -> assertEquals(
                                    List.of("BER/P-01 (00)" + CARTON + " 12 C62", "BER/P-01 (00)" + CARTON + " 12 C62"),
                                    bakery.reserved(BREAD_1)));
                });
    }

    @TestFactory
    Stream<DynamicTest> nothing_stays_reserved_of_a_unit_that_moves_while_its_order_is_cancelled() {
        return race().firstHoldsToo(ITEMS.in("Allocating.cancel"))
                .untilBefore(ReservationStore.class, "remove")
                .secondWaitsAt(ITEMS.in("UnitChecks.locked"))
                .tests(bakery -> {
                    bakery.withStock(BREAD_1, "24 C62")
                            .withOrder(
                                    aSalesOrder("SO1").ordering(BREAD, "2 CS").build());
                    done(pack(bakery, "p1", BREAD_1, "24 C62", SHELF, CARTON));
                    done(bakery.service(Allocation.class).allocate("SO1"));
                    return new Requests(
                            () -> bakery.service(Allocation.class).cancel("SO1"),
                            () -> move(bakery, "m1", CARTON, PICK_FACE),
                            () -> assertEquals(List.of(), bakery.reserved(BREAD_1)));
                });
    }

    /** A scanner that hears nothing says it again; whoever comes second finds that the unit has left, with its own report. */
    @TestFactory
    Stream<DynamicTest> what_has_left_is_recorded_once_though_it_is_reported_twice_at_once() {
        return race().firstHoldsToo(ITEMS.in("UnitChecks.locked"))
                .secondWaitsAt(ITEMS.in("UnitChecks.locked"))
                .tests(bakery -> {
                    bakery.withStock(BREAD_1, "24 C62")
                            .withOrder(
                                    aSalesOrder("SO1").ordering(BREAD, "1 CS").build());
                    done(pack(bakery, "p1", BREAD_1, "12 C62", SHELF, CARTON));
                    return new Requests(() -> left(bakery), () -> left(bakery), () -> {
                        assertEquals(List.of("BER/A-01 12 C62"), bakery.stock(BREAD_1));
                        assertEquals(Optional.empty(), bakery.ledger().find(new EventId("s1:1")));
                    });
                });
    }

    private static Outcome<RecordedEvent> left(RacedBakery bakery) {
        return bakery.service(LogisticUnits.class)
                .ship(new UnitShipment(aContext("s1").reported().request(), "S1", "SO1", List.of(CARTON)));
    }

    /** From the shelf; asked for, so that it makes no room by itself. */
    private static Outcome<RecordedEvent> pack(
            RacedBakery bakery, String id, Lot lot, String quantity, LocationId to, Sscc into) {
        return bakery.capture()
                .transfer(
                        PACK,
                        new Transfer(
                                aContext(id).requested().request(),
                                BERLIN,
                                to,
                                Optional.of(into),
                                List.of(on(SHELF, lot, quantity))));
    }

    private static Outcome<RecordedEvent> nest(RacedBakery bakery, String id, Sscc unit, Sscc into) {
        return bakery.service(LogisticUnits.class)
                .nest(new UnitNesting(aContext(id).requested().request(), List.of(unit), into));
    }

    private static Outcome<RecordedEvent> move(RacedBakery bakery, String id, Sscc unit, LocationId to) {
        return bakery.service(LogisticUnits.class)
                .move(new UnitMove(aContext(id).requested().request(), List.of(unit), BERLIN, to));
    }

    /** More of {@link RacedBakery#FLOUR_1} comes at the dock. */
    private static Outcome<RecordedEvent> received(RacedBakery bakery, String id, Sscc into) {
        return bakery.capture()
                .receive(new Receipt(
                        aContext(id).request(),
                        Optional.of(MILL),
                        Optional.empty(),
                        Optional.empty(),
                        DOCK,
                        List.of(new Receipt.Line(
                                LotReference.to(FLOUR_1.key()), quantity("10 KGM"), Optional.of(into)))));
    }

    private static Outcome<RecordedEvent> toTheDock(RacedBakery bakery) {
        return bakery.append(anEvent("t1", TRANSFER)
                .moving(FLOUR_1.key(), "30 KGM", in(SHELF), in(DOCK))
                .build());
    }

    private static List<NestedUnit> nestedIn(RacedBakery bakery, Sscc unit) {
        return bakery.service(LogisticUnits.class).find(unit).orElseThrow().nested();
    }
}
