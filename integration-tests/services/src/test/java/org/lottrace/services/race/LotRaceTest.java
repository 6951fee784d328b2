package org.lottrace.services.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.services.race.Lock.HEAD;
import static org.lottrace.services.race.RacedBakery.FLOUR_1;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.services.race.Race.Requests;

/** Two people correct one lot. */
class LotRaceTest extends RaceTest {
    private static final Site CORRECT = HEAD.in("LotCorrectionsService.correct");
    private static final LocalDate SUMMER = LocalDate.of(2099, 6, 30);

    /** Without the second lock they wait for each other, and the database ends it. */
    @TestFactory
    Stream<DynamicTest> both_corrections_of_a_lot_are_kept() {
        return race().firstHolds(CORRECT).secondWants(CORRECT).elseRefused().tests(bakery -> {
            bakery.withStock(FLOUR_1, "100 KGM");
            return new Requests(
                    () -> expiring(bakery, "k1"),
                    () -> supplied(bakery, "k2"),
                    () -> assertEquals("2099-06-30 S-9", bakery.datesAndNumber(FLOUR_1)));
        });
    }

    @TestFactory
    Stream<DynamicTest> a_lot_is_opened_once() {
        Site begin = HEAD.in("BeginShelfLife.check");
        return race().firstHolds(begin).secondWants(begin).elseRefused().tests(bakery -> {
            bakery.withStock(FLOUR_1, "100 KGM");
            return new Requests(
                    () -> bakery.opened("k1"),
                    () -> bakery.opened("k2"),
                    () -> assertEquals(List.of("openingDate"), bakery.attributes(FLOUR_1)));
        });
    }

    /** It has the row of the lot besides: without the lock they wait for each other. */
    @TestFactory
    Stream<DynamicTest> a_correction_that_is_reversed_takes_none_with_it_that_came_meanwhile() {
        return race().firstHolds(HEAD.in("ReverseEvent.lock"))
                .elseRefused()
                .secondWaitsAt(CORRECT)
                .tests(bakery -> {
                    bakery.withStock(FLOUR_1, "100 KGM");
                    done(expiring(bakery, "k1"));
                    return new Requests(
                            () -> bakery.reverse("u1", "k1"),
                            () -> supplied(bakery, "k2"),
                            () -> assertEquals("2099-12-31 S-9", bakery.datesAndNumber(FLOUR_1)));
                });
    }

    private static Outcome<RecordedEvent> expiring(RacedBakery bakery, String id) {
        return bakery.correct(id, Optional.of(SUMMER), Optional.empty());
    }

    private static Outcome<RecordedEvent> supplied(RacedBakery bakery, String id) {
        return bakery.correct(id, Optional.empty(), Optional.of("S-9"));
    }
}
