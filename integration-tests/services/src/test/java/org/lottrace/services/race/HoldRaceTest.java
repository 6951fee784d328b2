package org.lottrace.services.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.PICK_FACE;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
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
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.store.StockStore;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.movement.Production;
import org.lottrace.api.movement.Transformation;
import org.lottrace.api.transaction.NumberSequences;
import org.lottrace.services.race.Race.Requests;

/** A hold comes while the lot is being used. */
class HoldRaceTest extends RaceTest {
    private static final Site HOLD = ITEMS.in("HoldsService.lockAndRead");

    @TestFactory
    Stream<DynamicTest> no_lot_leaves_after_its_hold() {
        return race().firstHolds(ITEMS.in("OrderOfShipment.locked"))
                .secondWants(HOLD)
                .tests(bakery -> {
                    bakery.withStock(BREAD_1, "48 C62")
                            .withOrder(
                                    aSalesOrder("SO1").ordering(BREAD, "2 CS").build());
                    bakery.service(Allocation.class).allocate("SO1");
                    return new Requests(
                            () -> bakery.ship("s1", "S1"),
                            () -> bakery.hold(BREAD_1),
                            () -> assertEquals(List.of("RECEIVE", "SHIP", "HOLD"), bakery.history(BREAD_1)));
                });
    }

    @TestFactory
    Stream<DynamicTest> no_lot_is_used_up_after_its_hold() {
        return race().firstHolds(ITEMS.in("ConsumeLots.consume"))
                .secondWants(HOLD)
                .tests(bakery -> {
                    bakery.withStock(FLOUR_1, "100 KGM");
                    return new Requests(
                            () -> bakery.consume("c1", "40 KGM"),
                            () -> bakery.hold(FLOUR_1),
                            () -> assertEquals(List.of("RECEIVE", "CONSUME", "HOLD"), bakery.history(FLOUR_1)));
                });
    }

    @TestFactory
    Stream<DynamicTest> no_lot_is_picked_after_its_hold() {
        return race().firstHolds(ITEMS.in("MoveGoods.transfer"))
                .secondWants(HOLD)
                .tests(bakery -> {
                    bakery.withStock(BREAD_1, "48 C62");
                    return new Requests(
                            () -> bakery.move(EventType.PICK, "pick", BREAD_1, "24 C62", SHELF, PICK_FACE),
                            () -> bakery.hold(BREAD_1),
                            () -> assertEquals(List.of("RECEIVE", "PICK", "HOLD"), bakery.history(BREAD_1)));
                });
    }

    /** What a movement asks before its locks is not what it decides by. */
    @TestFactory
    Stream<DynamicTest> nothing_is_picked_of_a_lot_that_is_just_held() {
        return race().firstHolds(HOLD)
                .secondWants(ITEMS.in("MoveGoods.transfer"))
                .tests(bakery -> {
                    bakery.withStock(BREAD_1, "48 C62");
                    return new Requests(
                            () -> bakery.hold(BREAD_1),
                            () -> bakery.move(EventType.PICK, "pick", BREAD_1, "24 C62", SHELF, PICK_FACE),
                            () -> assertEquals(List.of("RECEIVE", "HOLD"), bakery.history(BREAD_1)));
                });
    }

    @TestFactory
    Stream<DynamicTest> nothing_of_a_held_lot_stays_reserved() {
        return race().firstHolds(ITEMS_OF_ORDER.in("Demands.lockItems"))
                .untilBefore(ReservationStore.class, "save")
                .secondWants(HOLD)
                .tests(bakery -> {
                    bakery.withStock(BREAD_1, "48 C62")
                            .withOrder(
                                    aSalesOrder("SO1").ordering(BREAD, "2 CS").build());
                    return new Requests(
                            () -> bakery.service(Allocation.class).allocate("SO1"),
                            () -> bakery.hold(BREAD_1),
                            () -> assertEquals(List.of(), bakery.reserved(BREAD_1)));
                });
    }

    @TestFactory
    Stream<DynamicTest> nothing_of_a_lot_is_reserved_that_is_just_held() {
        return race().firstHolds(HOLD)
                .untilBefore(NumberSequences.class, "next")
                .secondWants(ITEMS_OF_ORDER.in("Demands.lockItems"))
                .tests(bakery -> {
                    bakery.withStock(BREAD_1, "48 C62")
                            .withOrder(
                                    aSalesOrder("SO1").ordering(BREAD, "2 CS").build());
                    return new Requests(
                            () -> bakery.inOne(() -> {
                                bakery.hold(BREAD_1);
                                bakery.service(NumberSequences.class).next("more of the same unit of work");
                            }),
                            () -> bakery.service(Allocation.class).allocate("SO1"),
                            () -> assertEquals(List.of(), bakery.reserved(BREAD_1)));
                });
    }

    @TestFactory
    Stream<DynamicTest> a_lot_made_of_a_held_one_is_held() {
        return race().firstHolds(ITEMS.in("ProduceLot.produce"))
                .untilBefore(StockStore.class, "lock")
                .secondWants(HOLD)
                .tests(bakery -> {
                    bakery.withStock(FLOUR_1, "100 KGM");
                    done(bakery.consume("c1", "40 KGM"));
                    return new Requests(
                            () -> bakery.capture()
                                    .produce(new Production(
                                            aContext("p1").request(),
                                            "P1",
                                            BREAD,
                                            quantity("10 C62"),
                                            Optional.empty(),
                                            "",
                                            "",
                                            SHELF,
                                            Optional.empty())),
                            () -> bakery.hold(FLOUR_1),
                            () -> assertEquals(
                                    List.of("RECEIVE", "CONSUME", "PRODUCE", "HOLD"), bakery.history(FLOUR_1)));
                });
    }

    /** What comes out is of another item: registering its lot does not lock the item of what was taken. */
    @TestFactory
    Stream<DynamicTest> a_lot_repacked_from_a_held_one_is_held() {
        return race().firstHolds(ITEMS.in("TransformLots.transform"))
                .untilBefore(StockStore.class, "lock")
                .secondWants(HOLD)
                .tests(bakery -> {
                    bakery.withStock(FLOUR_1, "100 KGM");
                    return new Requests(
                            () -> repacked(bakery),
                            () -> bakery.hold(FLOUR_1),
                            () -> assertEquals(List.of("RECEIVE", "REPACK", "HOLD"), bakery.history(FLOUR_1)));
                });
    }

    private static Object repacked(RacedBakery bakery) {
        Transformation.Output breads = new Transformation.Output(
                Optional.of(BREAD),
                Optional.of(new LotNumber("PART")),
                Optional.of(quantity("40 C62")),
                SHELF,
                Optional.empty());
        return bakery.capture()
                .transform(
                        EventType.REPACK,
                        new Transformation(
                                aContext("t1").requested().request(),
                                "T1",
                                List.of(on(SHELF, FLOUR_1, "40 KGM")),
                                List.of(breads)));
    }
}
