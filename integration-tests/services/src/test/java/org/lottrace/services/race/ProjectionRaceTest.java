package org.lottrace.services.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import static org.lottrace.services.race.RacedBakery.NEXT_YEAR;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lottrace.api.event.LedgerProjection;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.store.StockStore;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.movement.LotCorrection;
import org.lottrace.api.movement.LotCorrections;
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

    /** What is known of it is wrong until then. */
    @TestFactory
    Stream<DynamicTest> a_correction_that_comes_meanwhile_is_not_lost() {
        return race().firstHolds(BALANCES.in("LotProjection.rebuild"))
                .untilBefore(LotStore.class, "update")
                .secondWaitsAt(Site.of(LotStore.class, "update", "LotCorrectionsService.record"))
                .tests(bakery -> {
                    bakery.database
                            .unitOfWork()
                            .run(() -> bakery.database.lots().insert(FLOUR_1));
                    done(bakery.append(anEvent("r1", RECEIVE)
                            .moving(FLOUR_1.key(), "100 KGM", Place.party(MILL), in(SHELF))
                            .build()
                            .changing(List.of(LotChange.registered(FLOUR_1)))));
                    bakery.database.sql("update lot set expiry = date '2030-01-01'");
                    return new Requests(
                            () -> rebuilt(bakery, "lots"),
                            () -> bakery.service(LotCorrections.class).correct(expiringNextYear()),
                            () -> assertEquals(
                                    Optional.of(NEXT_YEAR),
                                    bakery.service(LotMaster.class)
                                            .find(FLOUR_1.key())
                                            .orElseThrow()
                                            .expiry()));
                });
    }

    private static LotCorrection expiringNextYear() {
        return new LotCorrection(
                aContext("c1").request(),
                FLOUR_1.key(),
                Optional.empty(),
                Optional.of(NEXT_YEAR),
                Optional.empty(),
                Optional.empty(),
                "label");
    }

    private static List<String> rebuilt(RacedBakery bakery, String name) {
        return bakery.services(LedgerProjection.class).stream()
                .filter(projection -> projection.name().equals(name))
                .flatMap(projection -> projection.rebuild().stream())
                .toList();
    }
}
