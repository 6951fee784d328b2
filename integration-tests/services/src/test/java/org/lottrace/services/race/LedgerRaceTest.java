package org.lottrace.services.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.event.EventType.TRANSFER;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.services.race.Lock.HEAD;
import static org.lottrace.services.race.RacedBakery.BREAD_1;
import static org.lottrace.services.race.RacedBakery.FLOUR_1;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lottrace.services.race.Race.Requests;

/** Two events come to the end of the ledger. */
class LedgerRaceTest extends RaceTest {
    private static final Site APPEND = HEAD.in("LedgerService.appendUnderLock");

    /** The head says itself that it was moved: that is the second guard. */
    @TestFactory
    Stream<DynamicTest> each_event_has_its_place_in_the_chain() {
        return race().firstHolds(APPEND)
                .elseRefused()
                .secondWants(APPEND)
                .elseRefused()
                .tests(bakery -> {
                    bakery.withStock(FLOUR_1, "100 KGM").withStock(BREAD_1, "10 C62");
                    return new Requests(
                            () -> bakery.append(anEvent("t1", TRANSFER)
                                    .moving(FLOUR_1.key(), "30 KGM", in(SHELF), in(DOCK))
                                    .build()),
                            () -> bakery.append(anEvent("t2", TRANSFER)
                                    .moving(BREAD_1.key(), "5 C62", in(SHELF), in(DOCK))
                                    .build()),
                            () -> {
                                assertEquals(4, bakery.ledger().head());
                                assertEquals(Optional.empty(), bakery.ledger().firstBrokenPosition());
                            });
                });
    }
}
