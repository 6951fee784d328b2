package org.lottrace.services.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.lottrace.api.event.EventType.RECEIVE;
import static org.lottrace.api.event.EventType.TRANSFER;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.services.race.Lock.BALANCES;
import static org.lottrace.services.race.Lock.HEAD;
import static org.lottrace.services.race.RacedBakery.BREAD_1;
import static org.lottrace.services.race.RacedBakery.FLOUR_1;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lottrace.api.event.LedgerProjection;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.store.StockStore;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.movement.LogisticUnits;
import org.lottrace.api.movement.LotCorrections;
import org.lottrace.api.movement.UnitNesting;
import org.lottrace.api.movement.store.UnitNestingStore;
import org.lottrace.services.race.Race.Requests;

/** Stock and lots are derived again while goods come and go. */
class ProjectionRaceTest extends RaceTest {
    private static final Site APPEND = BALANCES.in("LedgerService.appendUnderLock");

    /** What it would take from is wrong until then. */
    @TestFactory
    Stream<DynamicTest> a_movement_goes_on_from_the_stock_that_is_derived() {
        return race().firstHolds(BALANCES.in("StockProjection.rebuild"))
                .untilBefore(StockStore.class, "clear")
                .secondWaitsAt(APPEND)
                .tests(bakery -> {
                    bakery.withStock(FLOUR_1, "100 KGM");
                    bakery.database.sql("update stock set quantity = 90");
                    return new Requests(
                            () -> rebuilt(bakery, "stock"),
                            () -> bakery.append(anEvent("t1", TRANSFER)
                                    .moving(FLOUR_1.key(), "30 KGM", in(SHELF), in(DOCK))
                                    .build()),
                            () -> assertEquals(List.of("BER/A-01 70 KGM", "BER/DOCK 30 KGM"), bakery.stock(FLOUR_1)));
                });
    }

    @TestFactory
    Stream<DynamicTest> what_comes_meanwhile_is_not_lost() {
        return race().firstHolds(HEAD.in("StockProjection.rebuild"))
                .untilBefore(StockStore.class, "clear")
                .secondWaitsAt(HEAD.in("LedgerService.appendUnderLock"))
                .tests(bakery -> {
                    bakery.withStock(FLOUR_1, "100 KGM");
                    bakery.database
                            .unitOfWork()
                            .run(() -> bakery.database.lots().insert(BREAD_1));
                    return new Requests(
                            () -> rebuilt(bakery, "stock"),
                            () -> bakery.append(anEvent("r1", RECEIVE)
                                    .moving(BREAD_1.key(), "5 C62", Place.party(MILL), in(SHELF))
                                    .build()),
                            () -> assertEquals(List.of("BER/A-01 5 C62"), bakery.stock(BREAD_1)));
                });
    }

    /** What is known of the lot is wrong until then, and a correction begins with what is known. */
    @TestFactory
    Stream<DynamicTest> a_correction_that_comes_meanwhile_is_not_lost() {
        return race().firstHolds(HEAD.in("LotProjection.rebuild"))
                .untilBefore(LotStore.class, "update")
                .secondWants(HEAD.in("LotCorrectionsService.correct"))
                .tests(bakery -> {
                    wronglyKnown(bakery);
                    return new Requests(
                            () -> rebuilt(bakery, "lots"),
                            () -> bakery.correct("c1", Optional.empty(), Optional.of("S-9")),
                            () -> assertEquals("2099-06-30 S-9", bakery.datesAndNumber(FLOUR_1)));
                });
    }

    @TestFactory
    Stream<DynamicTest> a_lot_that_is_opened_meanwhile_is_changed_from_what_is_right() {
        return race().firstHoldsToo(HEAD.in("LotProjection.rebuild"))
                .untilBefore(LotStore.class, "update")
                .secondWants(HEAD.in("BeginShelfLife.locked"))
                .tests(bakery -> {
                    wronglyKnown(bakery);
                    return new Requests(
                            () -> rebuilt(bakery, "lots"),
                            () -> bakery.opened("o1"),
                            () -> assertFalse(bakery.service(LotCorrections.class)
                                    .history(FLOUR_1.key())
                                    .toString()
                                    .contains("2030-01-01")));
                });
    }

    /** It takes its locks in the order of all others. */
    @TestFactory
    Stream<DynamicTest> lots_that_are_derived_again_and_a_movement_do_not_wait_for_each_other() {
        return race().firstHolds(BALANCES.in("LotProjection.rebuild"))
                .elseRefused()
                .untilBefore(LotStore.class, "update")
                .secondWaitsAt(APPEND)
                .tests(bakery -> {
                    wronglyKnown(bakery);
                    return new Requests(
                            () -> rebuilt(bakery, "lots"),
                            () -> bakery.append(anEvent("t1", TRANSFER)
                                    .moving(FLOUR_1.key(), "30 KGM", in(SHELF), in(DOCK))
                                    .build()),
                            () -> assertEquals("2099-06-30 ", bakery.datesAndNumber(FLOUR_1)));
                });
    }

    /** What comes between what is compared is no difference. */
    @TestFactory
    Stream<DynamicTest> a_unit_that_is_nested_meanwhile_is_no_difference() {
        Sscc carton = Bakery.pallet(1);
        return race().firstHolds(HEAD.in("UnitProjection.rebuild"))
                .untilBefore(UnitNestingStore.class, "clear")
                .secondWaitsAt(HEAD.in("UnitChecks.locked"))
                .tests(bakery -> {
                    bakery.withStock(FLOUR_1, "100 KGM");
                    done(bakery.append(anEvent("p1", TRANSFER)
                            .moving(
                                    FLOUR_1.key(),
                                    "30 KGM",
                                    Position.at(in(SHELF)),
                                    new Position(in(SHELF), Optional.of(carton)))
                            .build()));
                    List<String> differences = new CopyOnWriteArrayList<>();
                    return new Requests(
                            () -> differences.addAll(rebuilt(bakery, "units")),
                            () -> bakery.service(LogisticUnits.class)
                                    .nest(new UnitNesting(aContext("n1").request(), List.of(carton), Bakery.pallet(9))),
                            () -> assertEquals(List.of(), differences));
                });
    }

    private static void wronglyKnown(RacedBakery bakery) {
        bakery.withStock(FLOUR_1, "100 KGM");
        done(bakery.correct("k1", Optional.of(LocalDate.of(2099, 6, 30)), Optional.empty()));
        bakery.database.sql("update lot set expiry = date '2030-01-01'");
    }

    private static List<String> rebuilt(RacedBakery bakery, String name) {
        List<String> differences = new ArrayList<>();
        bakery.services(LedgerProjection.class).stream()
                .filter(projection -> projection.name().equals(name))
                .forEach(projection -> projection.rebuild(differences::add));
        return differences;
    }
}
