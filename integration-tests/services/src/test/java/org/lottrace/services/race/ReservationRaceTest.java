package org.lottrace.services.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.lottrace.api.event.EventType.PICK;
import static org.lottrace.api.event.EventType.TRANSFER;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.PICK_FACE;
import static org.lottrace.api.fixture.Bakery.POTSDAM;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.services.race.Lock.BALANCES;
import static org.lottrace.services.race.Lock.HEAD;
import static org.lottrace.services.race.Lock.ITEMS;
import static org.lottrace.services.race.Lock.ITEMS_OF_ORDER;
import static org.lottrace.services.race.RacedBakery.BREAD_1;
import static org.lottrace.services.race.RacedBakery.FLOUR_1;
import static org.lottrace.services.race.RacedBakery.on;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lottrace.api.allocation.Allocation;
import org.lottrace.api.allocation.AllocationRules;
import org.lottrace.api.allocation.AllocationWaves;
import org.lottrace.api.allocation.Fairness;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.ReservationKind;
import org.lottrace.api.allocation.RuleChange;
import org.lottrace.api.allocation.RuleScope;
import org.lottrace.api.allocation.RuleTerms;
import org.lottrace.api.allocation.SoftReservations;
import org.lottrace.api.allocation.Substitute;
import org.lottrace.api.allocation.TransferAllocation;
import org.lottrace.api.allocation.store.ReservationStore;
import org.lottrace.api.allocation.store.SalesOrderStore;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.store.StockStore;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.Dispatch;
import org.lottrace.api.movement.Disposal;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.movement.StockCount;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.order.SalesOrders;
import org.lottrace.api.order.TransferOrder;
import org.lottrace.api.order.TransferOrders;
import org.lottrace.services.race.Race.Requests;

/** Reservations are made, moved and given back at the same time. */
class ReservationRaceTest extends RaceTest {
    private static final Lot SALT_1 =
            aLot("S1").of(SALT).from(MILL).expiring("2099-12-31").build();
    private static final Caller ADMINISTRATOR = new Caller("anna", Set.of(Role.ADMINISTRATOR));
    private static final Site ALLOCATE = ITEMS_OF_ORDER.in("Demands.lockItems");
    private static final Site SAVE = ITEMS.in("SalesOrdersService.lockItems");

    @TestFactory
    Stream<DynamicTest> nothing_stays_reserved_of_what_is_picked_while_its_order_is_cancelled() {
        return race().firstHolds(ITEMS.in("Allocating.cancel"))
                .untilBefore(ReservationStore.class, "remove")
                .secondWants(ITEMS.in("MoveGoods.transfer"))
                .tests(bakery -> {
                    allocated(bakery);
                    return new Requests(
                            () -> bakery.service(Allocation.class).cancel("SO1"),
                            () -> bakery.move(PICK, "pick", BREAD_1, "24 C62", SHELF, PICK_FACE),
                            () -> assertEquals(List.of(), bakery.reserved(BREAD_1)));
                });
    }

    @TestFactory
    Stream<DynamicTest> nothing_stays_reserved_of_what_moves_while_its_order_is_cancelled() {
        return race().firstHolds(ITEMS.in("Allocating.cancel"))
                .untilBefore(ReservationStore.class, "remove")
                .secondWants(ITEMS.in("MakingRoom.aheadOf"))
                .tests(bakery -> {
                    allocated(bakery);
                    return new Requests(
                            () -> bakery.service(Allocation.class).cancel("SO1"),
                            () -> bakery.move(TRANSFER, "move", BREAD_1, "48 C62", SHELF, PICK_FACE),
                            () -> assertEquals(List.of(), bakery.reserved(BREAD_1)));
                });
    }

    /** Nothing was reserved when it was looked at; under the locks something is, and goes along. */
    @TestFactory
    Stream<DynamicTest> what_is_just_reserved_goes_along_with_goods_that_move() {
        return race().firstHoldsToo(ALLOCATE)
                .untilBefore(ReservationStore.class, "save")
                .oneIsRepeated()
                .secondWaitsAt(BALANCES.in("EventTimesService.notThereYet"))
                .tests(bakery -> {
                    bakery.withStock(BREAD_1, "24 C62").withOrder(breadWanted());
                    return new Requests(
                            () -> bakery.service(Allocation.class).allocate("SO1"),
                            () -> bakery.move(TRANSFER, "move", BREAD_1, "24 C62", SHELF, PICK_FACE),
                            () -> assertEquals(List.of("BER/P-01 24 C62"), bakery.reserved(BREAD_1)));
                });
    }

    @TestFactory
    Stream<DynamicTest> nothing_stays_reserved_of_what_is_dispatched_while_its_order_is_cancelled() {
        return race().firstHolds(ITEMS.in("OrderOfDispatch.locked"))
                .untilBefore(ReservationStore.class, "save")
                .secondWants(ITEMS.in("Allocating.cancel"))
                .tests(bakery -> {
                    transferWanted(bakery, "24 C62");
                    done(bakery.service(TransferAllocation.class).allocate("TR1"));
                    return new Requests(
                            () -> bakery.capture()
                                    .dispatch(new Dispatch(
                                            aContext("d1").request(),
                                            POTSDAM,
                                            Optional.empty(),
                                            Optional.of("TR1"),
                                            List.of(RacedBakery.on(SHELF, BREAD_1, "10 C62")))),
                            () -> bakery.service(TransferAllocation.class).cancel("TR1"),
                            () -> assertEquals(List.of(), bakery.reserved(BREAD_1)));
                });
    }

    @TestFactory
    Stream<DynamicTest> no_more_is_reserved_than_a_transfer_order_wants_that_just_gets_smaller() {
        return race().firstHolds(ITEMS.in("Demands.lockItems"))
                .untilBefore(ReservationStore.class, "save")
                .secondWants(ITEMS.in("TransferOrdersService.lockItems"))
                .tests(bakery -> {
                    transferWanted(bakery, "24 C62");
                    return new Requests(
                            () -> bakery.service(TransferAllocation.class).allocate("TR1"),
                            () -> bakery.service(TransferOrders.class).save(List.of(transfer("5 C62"))),
                            () -> assertEquals(List.of("BER/A-01 5 C62"), bakery.reserved(BREAD_1)));
                });
    }

    private static void transferWanted(RacedBakery bakery, String quantity) {
        bakery.withStock(BREAD_1, "48 C62");
        assertEquals(List.of(), bakery.service(TransferOrders.class).save(List.of(transfer(quantity))));
    }

    private static TransferOrder transfer(String quantity) {
        return new TransferOrder(
                "TR1",
                BERLIN,
                POTSDAM,
                LocalDate.of(2026, 3, 3),
                Optional.empty(),
                List.of(new TransferOrder.Line(1, BREAD, quantity(quantity))));
    }

    /** What is gone is gone, whoever reserved it at that moment. */
    @TestFactory
    Stream<DynamicTest> a_report_takes_what_is_just_reserved() {
        return race().firstHoldsToo(ALLOCATE)
                .untilBefore(ReservationStore.class, "save")
                .secondWants(ITEMS.in("MakingRoom.forReport"))
                .tests(bakery -> {
                    bakery.withStock(BREAD_1, "24 C62").withOrder(breadWanted());
                    return new Requests(
                            () -> bakery.service(Allocation.class).allocate("SO1"),
                            () -> bakery.capture()
                                    .dispose(new Disposal(
                                            aContext("d1").request(),
                                            "D1",
                                            List.of(RacedBakery.on(SHELF, BREAD_1, "20 C62")))),
                            () -> assertEquals(List.of("BER/A-01 4 C62"), bakery.reserved(BREAD_1)));
                });
    }

    @TestFactory
    Stream<DynamicTest> nothing_stays_reserved_of_what_is_counted_away_while_its_order_is_cancelled() {
        return race().firstHolds(ITEMS.in("CountStock.count"))
                .untilBefore(ReservationStore.class, "save")
                .secondWants(ITEMS.in("Allocating.cancel"))
                .tests(bakery -> {
                    allocated(bakery);
                    return new Requests(
                            () -> bakery.capture()
                                    .count(new StockCount(
                                            aContext("c1").request(), "C1", List.of(on(SHELF, BREAD_1, "10 C62")))),
                            () -> bakery.service(Allocation.class).cancel("SO1"),
                            () -> assertEquals(List.of(), bakery.reserved(BREAD_1)));
                });
    }

    @TestFactory
    Stream<DynamicTest> nothing_is_reserved_of_a_lot_that_just_comes_damaged() {
        return race().firstHolds(ITEMS.in("DamagedGoods.check"))
                .untilBefore(ReservationStore.class, "remove")
                .secondWants(ALLOCATE)
                .tests(bakery -> {
                    bakery.withStock(SALT_1, "5 KGM")
                            .withOrder(
                                    aSalesOrder("SO1").ordering(SALT, "2 KGM").build());
                    return new Requests(
                            () -> damaged(bakery),
                            () -> bakery.service(Allocation.class).allocate("SO1"),
                            () -> assertEquals(List.of(), bakery.reserved(SALT_1)));
                });
    }

    private static Object damaged(RacedBakery bakery) {
        Receipt.Line line = new Receipt.Line(
                LotReference.to(SALT_1.key()),
                quantity("1 KGM"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                Optional.empty(),
                Optional.empty());
        return bakery.capture()
                .receive(new Receipt(
                        aContext("r1").request(),
                        Optional.of(MILL),
                        Optional.empty(),
                        Optional.empty(),
                        SHELF,
                        List.of(line)));
    }

    @TestFactory
    Stream<DynamicTest> nothing_is_reserved_that_an_order_does_not_want_any_more() {
        return race().firstHolds(ITEMS_OF_ORDER.in("Demands.lockItems"))
                .untilBefore(ReservationStore.class, "save")
                .secondWants(SAVE)
                .tests(bakery -> {
                    bakery.withStock(BREAD_1, "48 C62").withOrder(breadWanted());
                    return new Requests(
                            () -> bakery.service(Allocation.class).allocate("SO1"),
                            () -> saltWanted(bakery),
                            () -> assertEquals(List.of(), bakery.reserved(BREAD_1)));
                });
    }

    @TestFactory
    Stream<DynamicTest> a_wave_reserves_nothing_that_an_order_does_not_want_any_more() {
        return race().firstHolds(ITEMS.in("WavesService.run"))
                .untilBefore(ReservationStore.class, "save")
                .secondWaitsAt(SAVE)
                .tests(bakery -> {
                    bakery.withStock(BREAD_1, "48 C62").withOrder(breadWanted());
                    return new Requests(
                            () -> bakery.service(AllocationWaves.class).allocate(List.of("SO1"), Fairness.AS_LISTED),
                            () -> saltWanted(bakery),
                            () -> assertEquals(List.of(), bakery.reserved(BREAD_1)));
                });
    }

    @TestFactory
    Stream<DynamicTest> a_shipment_that_is_reversed_reserves_nothing_for_an_order_that_does_not_want_it_any_more() {
        return race().firstHolds(ITEMS.in("Undoing.lock"))
                .untilBefore(ReservationStore.class, "save")
                .secondWaitsAt(SAVE)
                .tests(bakery -> {
                    allocated(bakery);
                    done(bakery.ship("s1", "S1"));
                    return new Requests(
                            () -> bakery.reverse("u1", "s1"),
                            () -> saltWanted(bakery),
                            () -> assertEquals(List.of(), bakery.reserved(BREAD_1)));
                });
    }

    @TestFactory
    Stream<DynamicTest> what_leaves_is_sold_at_the_price_that_was_agreed_last() {
        return race().firstHoldsToo(SAVE)
                .secondWaitsAt(ITEMS.in("OrderOfShipment.locked"))
                .tests(bakery -> {
                    allocated(bakery);
                    return new Requests(
                            () -> bakery.service(SalesOrders.class)
                                    .save(List.of(aSalesOrder("SO1")
                                            .ordering(BREAD, "2 CS", "31.00 CS")
                                            .build())),
                            () -> bakery.ship("s1", "S1"),
                            () -> assertEquals(List.of("31 EUR"), soldAt(bakery)));
                });
    }

    /** It takes its locks in the order of all others, so that none of them and it wait for each other. */
    @TestFactory
    Stream<DynamicTest> a_reversal_and_a_movement_of_its_goods_do_not_wait_for_each_other() {
        return race().firstHolds(BALANCES.in("ReverseEvent.lock"))
                .elseRefused()
                .untilBefore(StockStore.class, "lock")
                .secondWaitsAt(BALANCES.in("LedgerService.appendUnderLock"))
                .tests(bakery -> {
                    bakery.withStock(BREAD_1, "24 C62");
                    done(bakery.move(TRANSFER, "t1", BREAD_1, "10 C62", SHELF, DOCK));
                    return new Requests(
                            () -> bakery.reverse("u1", "t1"),
                            () -> bakery.append(anEvent("t2", TRANSFER)
                                    .moving(BREAD_1.key(), "5 C62", in(SHELF), in(PICK_FACE))
                                    .build()),
                            () -> assertEquals(List.of("BER/A-01 19 C62", "BER/P-01 5 C62"), bakery.stock(BREAD_1)));
                });
    }

    /** What it wants when the lock is there is not what was locked. */
    @TestFactory
    Stream<DynamicTest> an_order_that_changes_while_its_allocation_waits_is_allocated_as_it_is_now() {
        return race().firstHoldsToo(SAVE)
                .untilBefore(SalesOrderStore.class, "save")
                .secondWaitsAt(ALLOCATE)
                .oneIsRepeated()
                .tests(bakery -> {
                    bakery.withStock(BREAD_1, "48 C62")
                            .withStock(SALT_1, "5 KGM")
                            .withOrder(breadWanted());
                    return new Requests(
                            () -> saltWanted(bakery),
                            () -> bakery.service(Allocation.class).allocate("SO1"),
                            () -> {
                                assertEquals(List.of(), bakery.reserved(BREAD_1));
                                assertEquals(List.of("BER/A-01 2 KGM"), bakery.reserved(SALT_1));
                            });
                });
    }

    /** It is sent again before the allocation locks its items, and once more before it reserves. */
    @TestFactory
    Stream<DynamicTest> nothing_is_reserved_for_an_order_that_changes_twice_while_it_is_allocated() {
        return race().firstMeets(ALLOCATE)
                .firstHoldsToo(ALLOCATE)
                .untilBefore(ReservationStore.class, "save")
                .secondWaitsAt(SAVE)
                .tests(bakery -> {
                    bakery.withStock(BREAD_1, "48 C62")
                            .withStock(SALT_1, "5 KGM")
                            .withOrder(breadWanted());
                    return new Requests(
                            () -> bakery.service(Allocation.class).allocate("SO1"),
                            () -> flourWanted(bakery),
                            () -> assertNothingReserved(bakery),
                            () -> saltWanted(bakery));
                });
    }

    /** On H2 nothing comes between: there one order is saved after the other, as what is closed is kept ({@code closedAndKept}). */
    @TestFactory
    Stream<DynamicTest> an_order_that_is_sent_again_twice_gives_back_what_was_reserved_between() {
        assumeTrue(engine == Engine.POSTGRESQL);
        return race().firstMeets(SAVE)
                .firstHoldsToo(SAVE)
                .untilBefore(SalesOrderStore.class, "save")
                .oneIsRepeated()
                .secondWaitsAt(ALLOCATE)
                .tests(bakery -> {
                    bakery.withStock(BREAD_1, "48 C62")
                            .withStock(SALT_1, "5 KGM")
                            .withOrder(breadWanted());
                    return new Requests(
                            () -> flourWanted(bakery),
                            () -> bakery.service(Allocation.class).allocate("SO1"),
                            () -> assertNothingReserved(bakery),
                            () -> saltWanted(bakery));
                });
    }

    /** What was baked of it came while the reversal waited for its locks, and is reversed with it. */
    @TestFactory
    Stream<DynamicTest> nothing_is_reserved_of_what_a_reversal_takes_along() {
        Site lock = ITEMS.in("Undoing.lock");
        return race().firstMeets(lock)
                .firstHoldsToo(HEAD.in("ReverseEvent.lock"))
                .untilBefore(StockStore.class, "lock")
                .oneIsRepeated()
                .secondWaitsAt(ALLOCATE)
                .tests(bakery -> {
                    bakery.withStock(FLOUR_1, "100 KGM")
                            .withOrder(
                                    aSalesOrder("SO1").ordering(BREAD, "1 CS").build());
                    done(bakery.consume("c1", "40 KGM"));
                    return new Requests(
                            () -> bakery.reverseAll("u1", "c1"),
                            () -> bakery.service(Allocation.class).allocate("SO1"),
                            () -> {
                                assertEquals(List.of("BER/A-01 100 KGM"), bakery.stock(FLOUR_1));
                                assertEquals(List.of(), reservedOfBread(bakery));
                            },
                            () -> done(bakery.produce("p1", "24 C62")));
                });
    }

    /** Its time is over, and its order wants it all the same. */
    @TestFactory
    Stream<DynamicTest> nothing_is_ended_that_just_becomes_firm() {
        return race().firstHolds(ITEMS.in("SoftReservationsService.end"))
                .untilBefore(ReservationStore.class, "remove")
                .secondWants(ALLOCATE)
                .tests(bakery -> {
                    bakery.withStock(BREAD_1, "24 C62").withOrder(breadWanted());
                    reservedUntil(bakery, "SO1", Instant.parse("2026-01-01T00:00:00Z"));
                    return new Requests(
                            () -> bakery.service(SoftReservations.class).end(10),
                            () -> bakery.service(Allocation.class).allocate("SO1"),
                            () -> {
                                assertEquals(List.of("BER/A-01 24 C62"), bakery.reserved(BREAD_1));
                                assertEquals(List.of("SO1 FIRM"), kinds(bakery));
                            });
                });
    }

    /** The one that is delivered earlier has it, the other one is told. */
    @TestFactory
    Stream<DynamicTest> nothing_becomes_firm_that_a_more_urgent_order_just_takes() {
        return race().firstHoldsToo(ALLOCATE)
                .untilBefore(ReservationStore.class, "remove")
                .secondWaitsAt(ALLOCATE)
                .tests(bakery -> {
                    bakery.withStock(BREAD_1, "24 C62")
                            .withOrder(aSalesOrder("SO1")
                                    .deliveredOn("2026-03-10")
                                    .ordering(BREAD, "2 CS")
                                    .build())
                            .withOrder(aSalesOrder("SO2")
                                    .deliveredOn("2026-03-03")
                                    .ordering(BREAD, "2 CS")
                                    .build());
                    reservedUntil(bakery, "SO1", Instant.parse("2099-01-01T00:00:00Z"));
                    return new Requests(
                            () -> bakery.service(Allocation.class).allocate("SO2"),
                            () -> bakery.service(Allocation.class).allocate("SO1"),
                            () -> assertEquals(List.of("SO2 FIRM"), kinds(bakery)));
                });
    }

    /** One wants flour in the place of bread, the other one flour itself. */
    @TestFactory
    Stream<DynamicTest> nothing_is_reserved_twice_that_is_also_a_substitute() {
        return race().firstHoldsToo(ALLOCATE)
                .untilBefore(ReservationStore.class, "save")
                .secondWaitsAt(ALLOCATE)
                .tests(bakery -> {
                    bakery.withStock(FLOUR_1, "10 KGM")
                            .withOrder(breadWanted())
                            .withOrder(
                                    aSalesOrder("SO2").ordering(FLOUR, "5 KGM").build());
                    done(bakery.service(AllocationRules.class).save(ADMINISTRATOR, flourForBread()));
                    return new Requests(
                            () -> bakery.service(Allocation.class).allocate("SO1"),
                            () -> bakery.service(Allocation.class).allocate("SO2"),
                            () -> assertEquals(List.of("BER/A-01 10 KGM"), bakery.reserved(FLOUR_1)));
                });
    }

    private static RuleChange flourForBread() {
        RuleTerms none = RuleTerms.NONE;
        RuleTerms terms = new RuleTerms(
                none.rotation(),
                none.minimumRemainingDays(),
                none.minimumRemainingPercent(),
                none.goodUntil(),
                none.blockedDaysBeforeExpiry(),
                none.neverOlderThanLast(),
                none.transitDays(),
                none.singleLotWithinDays(),
                none.maximumLots(),
                none.fullPalletsFirst(),
                none.pickFacesFirst(),
                none.remaindersFirst(),
                none.wholeUnit(),
                none.sameAttribute(),
                List.of(new Substitute(FLOUR, quantity("2 C62"), quantity("1 KGM"))),
                Optional.of(true));
        RuleScope bread = new RuleScope(
                Optional.of(BREAD), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        return new RuleChange(bread, LocalDate.of(2020, 1, 1), terms, "test");
    }

    private static void reservedUntil(RacedBakery bakery, String order, Instant until) {
        bakery.database.unitOfWork().run(() -> bakery.database
                .reservations()
                .save(new Reservation(
                        new OrderLineReference(new DocumentReference(DocumentType.SALES_ORDER, order), 1),
                        BREAD_1.key(),
                        Position.at(in(SHELF)),
                        quantity("24 C62"),
                        ReservationKind.SOFT,
                        Optional.of(until))));
    }

    private static List<String> kinds(RacedBakery bakery) {
        return bakery
                .database
                .unitOfWork()
                .required(() -> bakery.database.reservations().ofLots(List.of(BREAD_1.key())))
                .stream()
                .map(one -> one.orderLine().order().number() + " " + one.kind())
                .toList();
    }

    private static void allocated(RacedBakery bakery) {
        bakery.withStock(BREAD_1, "48 C62").withOrder(breadWanted());
        done(bakery.service(Allocation.class).allocate("SO1"));
    }

    private static SalesOrder breadWanted() {
        return aSalesOrder("SO1").ordering(BREAD, "2 CS", "30.00 CS").build();
    }

    private static Object saltWanted(RacedBakery bakery) {
        return bakery.service(SalesOrders.class)
                .save(List.of(aSalesOrder("SO1").ordering(SALT, "2 KGM").build()));
    }

    private static Object flourWanted(RacedBakery bakery) {
        return bakery.service(SalesOrders.class)
                .save(List.of(aSalesOrder("SO1").ordering(FLOUR, "2 KGM").build()));
    }

    private static void assertNothingReserved(RacedBakery bakery) {
        assertEquals(List.of(), bakery.reserved(BREAD_1));
        assertEquals(List.of(), bakery.reserved(SALT_1));
    }

    private static List<Reservation> reservedOfBread(RacedBakery bakery) {
        return bakery.database
                .reservations()
                .ofLots(bakery.database.lots().ofItem(BREAD, Optional.empty(), 100).stream()
                        .map(Lot::key)
                        .toList());
    }

    private static List<String> soldAt(RacedBakery bakery) {
        return bakery.database.ledger().eventsOf(List.of(BREAD_1.key()), 0, 100).stream()
                .flatMap(recorded -> recorded.event().lines().stream())
                .flatMap(line -> line.price().stream())
                .map(price -> price.price().amount().toPlainString() + " "
                        + price.price().currency())
                .toList();
    }
}
