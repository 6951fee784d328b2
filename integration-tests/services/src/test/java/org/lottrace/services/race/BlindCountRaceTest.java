package org.lottrace.services.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.event.EventType.PICK;
import static org.lottrace.api.event.EventType.TRANSFER;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.PICK_FACE;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.services.race.Lock.BALANCES;
import static org.lottrace.services.race.Lock.HEAD;
import static org.lottrace.services.race.Lock.ITEMS;
import static org.lottrace.services.race.RacedBakery.BREAD_1;
import static org.lottrace.services.race.RacedBakery.FLOUR_1;
import static org.lottrace.services.race.RacedBakery.on;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lottrace.api.allocation.store.ReservationStore;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.store.StockStore;
import org.lottrace.api.movement.BlindCountDecision;
import org.lottrace.api.movement.BlindCounts;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.movement.StockCount;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.services.race.Race.Requests;

/** Two count one sheet, or decide on it. */
class BlindCountRaceTest extends RaceTest {
    private static final Site ENTER = HEAD.in("BlindCountsService.enter");
    private static final Site DECIDE = HEAD.in("BlindCountsService.against");

    @TestFactory
    Stream<DynamicTest> nobody_is_both_counters_of_a_sheet() {
        return race().firstHolds(ENTER).secondWants(ENTER).tests(bakery -> {
            bakery.withStock(FLOUR_1, "100 KGM");
            return new Requests(
                    () -> enter(bakery, "a", "anna", on(SHELF, FLOUR_1, "90 KGM")),
                    () -> enter(bakery, "b", "anna", on(SHELF, FLOUR_1, "95 KGM")),
                    () -> assertEquals(
                            1,
                            bakery.service(BlindCounts.class)
                                    .show("C1")
                                    .orElseThrow()
                                    .entries()
                                    .size()));
        });
    }

    /** The two entries have no lot in common. */
    @TestFactory
    Stream<DynamicTest> one_entry_of_a_sheet_is_booked() {
        return race().firstHolds(DECIDE).secondWants(DECIDE).tests(bakery -> {
            counted(bakery);
            return new Requests(() -> decide(bakery, "d1", "a"), () -> decide(bakery, "d2", "b"), () -> {
                assertEquals(List.of("BER/A-01 90 KGM"), bakery.stock(FLOUR_1));
                assertEquals(List.of("BER/A-01 24 C62"), bakery.stock(BREAD_1));
            });
        });
    }

    /** It takes its locks in the order of all others, so that none of them and it wait for each other. */
    @TestFactory
    Stream<DynamicTest> a_decision_and_a_pick_of_its_goods_do_not_wait_for_each_other() {
        return race().firstHolds(ITEMS.in("BlindCountsService.against"))
                .elseRefused()
                .untilBefore(ReservationStore.class, "lockItems")
                .secondWaitsAt(ITEMS.in("MoveGoods.transfer"))
                .tests(bakery -> {
                    counted(bakery);
                    return new Requests(
                            () -> decide(bakery, "d1", "a"),
                            () -> bakery.move(PICK, "t1", FLOUR_1, "30 KGM", SHELF, PICK_FACE),
                            () -> assertEquals(List.of("BER/A-01 60 KGM", "BER/P-01 30 KGM"), bakery.stock(FLOUR_1)));
                });
    }

    /** The same. */
    @TestFactory
    Stream<DynamicTest> a_decision_and_a_movement_of_its_lot_do_not_wait_for_each_other() {
        return race().firstHolds(BALANCES.in("BlindCountsService.against"))
                .elseRefused()
                .untilBefore(StockStore.class, "lock")
                .secondWaitsAt(BALANCES.in("LedgerService.appendUnderLock"))
                .tests(bakery -> {
                    counted(bakery);
                    return new Requests(
                            () -> decide(bakery, "d1", "a"),
                            () -> bakery.append(anEvent("t1", TRANSFER)
                                    .moving(FLOUR_1.key(), "30 KGM", in(SHELF), in(DOCK))
                                    .build()),
                            () -> assertEquals(List.of("BER/A-01 60 KGM", "BER/DOCK 30 KGM"), bakery.stock(FLOUR_1)));
                });
    }

    /** Anna has found 90 of 100 kilograms of flour, Ben 20 of 24 breads. */
    private static void counted(RacedBakery bakery) {
        bakery.withStock(FLOUR_1, "100 KGM").withStock(BREAD_1, "24 C62");
        done(enter(bakery, "a", "anna", on(SHELF, FLOUR_1, "90 KGM")));
        done(enter(bakery, "b", "ben", on(SHELF, BREAD_1, "20 C62")));
    }

    private static Outcome<RecordedEvent> enter(RacedBakery bakery, String id, String counter, LotQuantity found) {
        return bakery.service(BlindCounts.class)
                .enter(new StockCount(aContext(id).by(counter).request(), "C1", List.of(found)));
    }

    private static Outcome<RecordedEvent> decide(RacedBakery bakery, String id, String entry) {
        return bakery.service(BlindCounts.class)
                .decide(new BlindCountDecision(aContext(id).by("chef").request(), "C1", new EventId(entry)));
    }
}
