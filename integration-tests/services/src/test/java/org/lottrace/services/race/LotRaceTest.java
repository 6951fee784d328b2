package org.lottrace.services.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.services.race.Lock.HEAD;
import static org.lottrace.services.race.Lock.ITEM;
import static org.lottrace.services.race.Lock.ITEMS;
import static org.lottrace.services.race.RacedBakery.FLOUR_1;
import static org.lottrace.services.race.RacedBakery.on;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.movement.Consumption;
import org.lottrace.api.movement.Disposal;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.services.race.Race.Requests;

/** Two people correct one lot, or one uses it while another corrects it. */
class LotRaceTest extends RaceTest {
    private static final Site CORRECT = HEAD.in("LotCorrectionsService.correct");
    private static final Site ITEM_TO_CORRECT = ITEM.in("LotCorrectionsService.correct");
    private static final Site ITEM_TO_OPEN = ITEMS.in("BeginShelfLife.locked");
    private static final Site REGISTER = ITEM.in("LotMasterService.registerNew");
    private static final Site ITEM_TO_COMPLETE = ITEMS.in("DatesToldLater.lock");
    private static final Lot WITHOUT_DATE =
            new Lot(FLOUR_1.key(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    private static final Site CONSUME = ITEMS.in("ConsumeLots.consume");
    private static final LocalDate LAST_MONTH = LocalDate.of(2026, 2, 1);
    private static final LocalDate SUMMER = LocalDate.of(2099, 6, 30);

    @TestFactory
    Stream<DynamicTest> both_corrections_of_a_lot_are_kept() {
        return race().firstHoldsToo(CORRECT).secondWaitsAt(ITEM_TO_CORRECT).tests(bakery -> {
            bakery.withStock(FLOUR_1, "100 KGM");
            return new Requests(
                    () -> expiring(bakery, "k1", SUMMER),
                    () -> supplied(bakery, "k2"),
                    () -> assertEquals("2099-06-30 S-9", bakery.datesAndNumber(FLOUR_1)));
        });
    }

    @TestFactory
    Stream<DynamicTest> a_lot_is_opened_once() {
        return race().firstHoldsToo(HEAD.in("BeginShelfLife.locked"))
                .secondWaitsAt(ITEM_TO_OPEN)
                .tests(bakery -> {
                    bakery.withStock(FLOUR_1, "100 KGM");
                    return new Requests(
                            () -> bakery.opened("k1"),
                            () -> bakery.opened("k2"),
                            () -> assertEquals(List.of("openingDate"), bakery.attributes(FLOUR_1)));
                });
    }

    @TestFactory
    Stream<DynamicTest> a_correction_that_is_reversed_takes_none_with_it_that_came_meanwhile() {
        return race().firstHoldsToo(HEAD.in("ReverseEvent.lock"))
                .secondWaitsAt(ITEM_TO_CORRECT)
                .tests(bakery -> {
                    bakery.withStock(FLOUR_1, "100 KGM");
                    done(expiring(bakery, "k1", SUMMER));
                    return new Requests(
                            () -> bakery.reverse("u1", "k1"),
                            () -> supplied(bakery, "k2"),
                            () -> assertEquals("2099-12-31 S-9", bakery.datesAndNumber(FLOUR_1)));
                });
    }

    /** What a movement has read of a lot before its locks is not what it decides by. Without one of the locks each waits for the other in the end: for the row of the lot, and for the head. */
    @TestFactory
    Stream<DynamicTest> nothing_is_consumed_that_has_just_expired() {
        return race().firstHolds(ITEM_TO_CORRECT)
                .elseRefused()
                .untilBefore(LotStore.class, "update")
                .secondWants(CONSUME)
                .elseRefused()
                .oneIsRepeated()
                .tests(bakery -> {
                    bakery.withStock(FLOUR_1, "100 KGM");
                    return new Requests(
                            () -> expiring(bakery, "k1", LAST_MONTH),
                            () -> consumed(bakery),
                            () -> assertEquals(List.of("RECEIVE", "LOT_CHANGE"), bakery.history(FLOUR_1)));
                });
    }

    @TestFactory
    Stream<DynamicTest> what_is_consumed_of_a_lot_that_is_just_opened_is_judged_by_its_new_date() {
        return race().firstHolds(ITEM_TO_OPEN)
                .elseRefused()
                .untilBefore(LotStore.class, "update")
                .secondWants(CONSUME)
                .elseRefused()
                .tests(bakery -> {
                    bakery.withStock(FLOUR_1, "100 KGM");
                    return new Requests(
                            () -> bakery.opened("k1"),
                            () -> bakery.consume("c1", "40 KGM"),
                            () -> assertEquals(List.of("RECEIVE", "LOT_CHANGE", "CONSUME"), bakery.history(FLOUR_1)));
                });
    }

    /** A receipt brings an expiry that was not known: what somebody corrects meanwhile stays, and the receipt says that it differs. */
    @TestFactory
    Stream<DynamicTest> a_date_that_is_told_later_takes_no_correction_with_it() {
        return race().firstHolds(ITEM_TO_CORRECT)
                .elseRefused()
                .untilBefore(LotStore.class, "update")
                .secondWants(ITEM_TO_COMPLETE)
                .elseRefused()
                .oneIsRepeated()
                .tests(bakery -> {
                    bakery.withStock(WITHOUT_DATE, "100 KGM");
                    return new Requests(
                            () -> expiring(bakery, "k1", SUMMER),
                            () -> bakery.comesWithItsDate("r1", LocalDate.of(2099, 12, 31)),
                            () -> assertEquals(
                                    "2099-06-30  LOT_DIFFERS",
                                    bakery.datesAndNumber(FLOUR_1) + " " + bakery.foundOf("r1", "LOT_DIFFERS")));
                });
    }

    /** Each has thrown away goods of a lot of which nobody had told. */
    @TestFactory
    Stream<DynamicTest> two_reports_that_are_the_first_to_tell_of_a_lot_are_both_recorded() {
        return race().firstHoldsToo(REGISTER).secondWaitsAt(REGISTER).tests(bakery -> {
            Lot lot = aLot("L77").of(FLOUR).from(MILL).build();
            return new Requests(() -> disposed(bakery, "d1", lot), () -> disposed(bakery, "d2", lot), () -> {
                assertTrue(bakery.database.lots().find(lot.key()).isPresent());
                assertEquals(List.of("GAIN", "DISPOSE", "GAIN", "DISPOSE"), bakery.history(lot));
            });
        });
    }

    private static Outcome<RecordedEvent> disposed(RacedBakery bakery, String id, Lot lot) {
        return bakery.capture()
                .dispose(new Disposal(aContext(id).reported().request(), id, List.of(on(SHELF, lot, "1 KGM"))));
    }

    /** Asked for: a report would be recorded with what was wrong. */
    private static Outcome<RecordedEvent> consumed(RacedBakery bakery) {
        return bakery.capture()
                .consume(new Consumption(
                        aContext("c1").requested().request(), "P1", List.of(on(SHELF, FLOUR_1, "40 KGM"))));
    }

    private static Outcome<RecordedEvent> expiring(RacedBakery bakery, String id, LocalDate last) {
        return bakery.correct(id, Optional.of(last), Optional.empty());
    }

    private static Outcome<RecordedEvent> supplied(RacedBakery bakery, String id) {
        return bakery.correct(id, Optional.empty(), Optional.of("S-9"));
    }
}
