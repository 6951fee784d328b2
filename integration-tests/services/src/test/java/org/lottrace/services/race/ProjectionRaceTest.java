package org.lottrace.services.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.event.EventType.TRANSFER;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.services.race.Lock.BALANCES;
import static org.lottrace.services.race.Lock.HEAD;
import static org.lottrace.services.race.RacedBakery.FLOUR_1;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lottrace.api.event.store.StockStore;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.quality.Holds;
import org.lottrace.api.quality.LotDisposition;
import org.lottrace.services.race.Race.Requests;

/** What is derived from the ledger is derived again while the business goes on. */
class ProjectionRaceTest extends RaceTest {
    private static final Site APPEND = HEAD.in("LedgerService.appendUnderLock");

    @TestFactory
    Stream<DynamicTest> a_hold_is_in_what_is_derived_again() {
        return race().firstHolds(HEAD.in("StockProjection.rebuild"))
                .untilBefore(StockStore.class, "clear")
                .secondWaitsAt(APPEND)
                .tests(bakery -> {
                    bakery.withStock(FLOUR_1, "100 KGM");
                    return new Requests(
                            () -> bakery.rebuild("stock"),
                            () -> bakery.hold(FLOUR_1),
                            () -> assertEquals(
                                    Optional.of(Disposition.ON_HOLD),
                                    bakery.service(Holds.class)
                                            .dispositionOf(FLOUR_1.key())
                                            .map(LotDisposition::disposition)));
                });
    }

    @TestFactory
    Stream<DynamicTest> nobody_goes_on_with_a_balance_that_was_wrong() {
        return race().firstHolds(BALANCES.in("StockProjection.rebuild"))
                .untilBefore(StockStore.class, "clear")
                .secondWaitsAt(BALANCES.in("LedgerService.appendUnderLock"))
                .tests(bakery -> {
                    bakery.withStock(FLOUR_1, "100 KGM");
                    bakery.database.sql("update stock set quantity = 70");
                    return new Requests(
                            () -> bakery.rebuild("stock"),
                            () -> bakery.append(anEvent("t1", TRANSFER)
                                    .moving(FLOUR_1.key(), "30 KGM", in(SHELF), in(DOCK))
                                    .build()),
                            () -> assertEquals(List.of("BER/A-01 70 KGM", "BER/DOCK 30 KGM"), bakery.stock(FLOUR_1)));
                });
    }

    @TestFactory
    Stream<DynamicTest> a_correction_is_in_what_is_derived_again() {
        return race().firstHolds(HEAD.in("LotProjection.rebuild"))
                .secondWaitsAt(HEAD.in("LotCorrectionsService.correct"))
                .tests(bakery -> {
                    bakery.withStock(FLOUR_1, "100 KGM");
                    done(bakery.correct("k1", Optional.of(LocalDate.of(2099, 6, 30)), Optional.empty()));
                    bakery.database.lots().update(FLOUR_1);
                    return new Requests(
                            () -> bakery.rebuild("lots"),
                            () -> bakery.correct("k2", Optional.empty(), Optional.of("S-9")),
                            () -> assertEquals("2099-06-30 S-9", bakery.datesAndNumber(FLOUR_1)));
                });
    }
}
