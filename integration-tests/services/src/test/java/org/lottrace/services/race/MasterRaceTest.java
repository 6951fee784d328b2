package org.lottrace.services.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.POTSDAM;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.ProductionOrderBuilder.aProductionOrder;
import static org.lottrace.api.fixture.PurchaseOrderBuilder.aPurchaseOrder;
import static org.lottrace.api.fixture.RecallFixture.ANNA;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.services.race.Lock.HEAD;
import static org.lottrace.services.race.Lock.ITEM;
import static org.lottrace.services.race.Lock.STEPS_OF_MASTERS;
import static org.lottrace.services.race.RacedBakery.BREAD_1;
import static org.lottrace.services.race.RacedBakery.on;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.master.MasterChange;
import org.lottrace.api.master.MasterClosing;
import org.lottrace.api.master.MasterReference;
import org.lottrace.api.master.Masters;
import org.lottrace.api.master.store.MasterStepStore;
import org.lottrace.api.movement.Transfer;
import org.lottrace.api.movement.store.PurchaseOrderStore;
import org.lottrace.api.order.ProductionOrders;
import org.lottrace.api.order.PurchaseOrders;
import org.lottrace.api.order.SalesOrders;
import org.lottrace.api.order.TransferOrder;
import org.lottrace.api.order.TransferOrders;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.transaction.NumberSequences;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.persistence.testing.TestDatabase;
import org.lottrace.services.race.Race.Requests;

/** An item is closed as nothing is open with it, while an order for it comes; a place, while goods come to it. */
class MasterRaceTest extends RaceTest {
    private static final Site CLOSE = Site.of(MasterStepStore.class, "insert", "MastersService.step");
    private static final Site STEP = HEAD.in("MastersService.step");
    private static final Site RECORD = HEAD.in("LedgerService.appendUnderLock");
    private static final MasterReference THE_DOCK = MasterReference.of(BERLIN, DOCK);
    private static final Site BUY = STEPS_OF_MASTERS.in("PurchaseOrdersService.save");

    @TestFactory
    Stream<DynamicTest> what_is_just_bought_is_open_when_it_is_closed() {
        return race().firstHolds(BUY)
                .untilBefore(PurchaseOrderStore.class, "save")
                .secondWaitsAt(Site.of(NumberSequences.class, "next", "MastersService.step"))
                .tests(bakery -> afterAnOrder(
                        bakery, () -> buy(bakery), () -> close(bakery, SALT), () -> assertNotBoth(bakery)));
    }

    @TestFactory
    Stream<DynamicTest> nothing_is_bought_that_is_just_closed() {
        return race().firstStopsAt(CLOSE)
                .secondWants(BUY)
                .tests(bakery -> afterAnOrder(
                        bakery, () -> close(bakery, SALT), () -> buy(bakery), () -> assertNotBoth(bakery)));
    }

    @TestFactory
    Stream<DynamicTest> nothing_is_sold_that_is_just_closed() {
        return race().firstStopsAt(CLOSE)
                .secondWants(STEPS_OF_MASTERS.in("SalesOrdersService.save"))
                .tests(bakery -> afterAnOrder(
                        bakery,
                        () -> close(bakery, BREAD),
                        () -> bakery.service(SalesOrders.class)
                                .save(List.of(aSalesOrder("SO1")
                                        .ordering(BREAD, "1 C62")
                                        .build())),
                        () -> assertNotBoth(bakery, BREAD, db -> db.salesOrders()
                                .find("SO1")
                                .isPresent())));
    }

    @TestFactory
    Stream<DynamicTest> nothing_is_to_be_sent_that_is_just_closed() {
        return race().firstStopsAt(CLOSE)
                .secondWants(STEPS_OF_MASTERS.in("TransferOrdersService.save"))
                .tests(bakery -> afterAnOrder(
                        bakery,
                        () -> close(bakery, BREAD),
                        () -> bakery.service(TransferOrders.class)
                                .save(List.of(new TransferOrder(
                                        "TR1",
                                        BERLIN,
                                        POTSDAM,
                                        LocalDate.of(2026, 3, 3),
                                        Optional.empty(),
                                        List.of(new TransferOrder.Line(1, BREAD, quantity("1 C62")))))),
                        () -> assertNotBoth(bakery, BREAD, db -> db.transferOrders()
                                .find("TR1")
                                .isPresent())));
    }

    @TestFactory
    Stream<DynamicTest> nothing_is_planned_that_is_just_closed() {
        return race().firstStopsAt(CLOSE)
                .secondWants(STEPS_OF_MASTERS.in("ProductionOrdersService.save"))
                .tests(bakery -> afterAnOrder(
                        bakery,
                        () -> close(bakery, BREAD),
                        () -> bakery.service(ProductionOrders.class)
                                .save(List.of(aProductionOrder("P1")
                                        .making(BREAD, "20 C62")
                                        .build())),
                        () -> assertNotBoth(bakery, BREAD, db -> db.productionOrders()
                                .find("P1")
                                .isPresent())));
    }

    /** A movement that has begun is recorded first, and is told to whoever closes. */
    @TestFactory
    Stream<DynamicTest> what_just_comes_to_a_place_is_there_when_it_is_closed() {
        return race().firstHolds(RECORD)
                .secondWants(STEP)
                .tests(bakery -> withBread(
                        bakery, () -> toDock(bakery), () -> closeDock(bakery), () -> assertNothingIsAtAClosed(bakery)));
    }

    /** What a movement has read of master data before it waits is not what it decides by. */
    @TestFactory
    Stream<DynamicTest> nothing_comes_to_a_place_that_is_just_closed() {
        return race().firstHolds(STEP)
                .untilBefore(MasterStepStore.class, "insert")
                .secondWants(RECORD)
                .oneIsRepeated()
                .tests(bakery -> withBread(
                        bakery, () -> closeDock(bakery), () -> toDock(bakery), () -> assertNothingIsAtAClosed(bakery)));
    }

    /** Its locks are taken in the order of all others. */
    @TestFactory
    Stream<DynamicTest> an_item_that_is_deleted_and_its_first_lot_do_not_wait_for_each_other() {
        return race().firstHolds(ITEM.in("MastersService.step"))
                .elseRefused()
                .untilBefore(ItemStore.class, "delete")
                .secondWaitsAt(ITEM.in("LotMasterService.registerNew"))
                .tests(bakery -> afterAnOrder(
                        bakery,
                        () -> bakery.service(Masters.class)
                                .delete(ANNA, new MasterChange(MasterReference.of(SALT), "nobody ever used it")),
                        () -> firstSalt(bakery),
                        () -> assertEquals(List.of(), saltThatIsKnown(bakery))));
    }

    private static Object firstSalt(RacedBakery bakery) {
        Lot salt = aLot("S1").of(SALT).build();
        return bakery.service(UnitOfWork.class).required(() -> {
            Outcome<Lot> registered = bakery.service(LotMaster.class).register(salt);
            return registered instanceof Outcome.Done
                    ? bakery.append(anEvent("s1", EventType.RECEIVE)
                            .moving(salt.key(), "5 KGM", Place.party(MILL), in(SHELF))
                            .build())
                    : registered;
        });
    }

    private static List<Object> saltThatIsKnown(RacedBakery bakery) {
        return Stream.concat(
                        bakery.database.items().find(SALT).stream(),
                        bakery.database.lots().find(aLot("S1").of(SALT).key()).stream())
                .map(Object.class::cast)
                .toList();
    }

    private static Requests withBread(RacedBakery bakery, Callable<?> first, Callable<?> second, Executable holds) {
        bakery.withStock(BREAD_1, "48 C62");
        return afterAnOrder(bakery, first, second, holds);
    }

    private static Object toDock(RacedBakery bakery) {
        return bakery.capture()
                .transfer(
                        EventType.TRANSFER,
                        new Transfer(
                                aContext("t1").requested().request(),
                                BERLIN,
                                DOCK,
                                Optional.empty(),
                                List.of(on(SHELF, BREAD_1, "10 C62"))));
    }

    private static Object closeDock(RacedBakery bakery) {
        return bakery.service(Masters.class).close(ANNA, new MasterClosing(THE_DOCK, "not any more", false));
    }

    private static void assertNothingIsAtAClosed(RacedBakery bakery) {
        boolean isClosed = bakery.service(Masters.class).closing(THE_DOCK).isPresent();
        List<StockBalance> there = bakery.database.stock().at(in(DOCK));
        assertFalse(isClosed && !there.isEmpty(), "the dock is closed, and nobody was told of " + there);
        assertTrue(isClosed || !there.isEmpty(), "neither was done");
    }

    /** Steps have a sequence from the first order on. */
    private static Requests afterAnOrder(RacedBakery bakery, Callable<?> first, Callable<?> second, Executable holds) {
        bakery.expectingFlour();
        return new Requests(first, second, holds);
    }

    private static Object close(RacedBakery bakery, ItemNumber item) {
        return bakery.service(Masters.class)
                .close(ANNA, new MasterClosing(MasterReference.of(item), "not any more", false));
    }

    private static Object buy(RacedBakery bakery) {
        return bakery.service(PurchaseOrders.class)
                .save(List.of(
                        aPurchaseOrder("PO9").ordering(SALT, "1 KGM", "0.30").build()));
    }

    private static void assertNotBoth(RacedBakery bakery) {
        assertNotBoth(bakery, SALT, db -> db.purchaseOrders().find("PO9").isPresent());
    }

    private static void assertNotBoth(RacedBakery bakery, ItemNumber item, Predicate<TestDatabase> isOrdered) {
        boolean isClosed =
                bakery.service(Masters.class).closing(MasterReference.of(item)).isPresent();
        assertFalse(isClosed && isOrdered.test(bakery.database), item + " is closed, and nobody was told of its order");
    }
}
