package org.lottrace.services.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.services.race.Lock.HEAD;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lottrace.api.handover.JournalReceiver;
import org.lottrace.api.handover.JournalReceivers;
import org.lottrace.api.handover.store.JournalReceiverStore;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;

/** Two programs acknowledge for the same receiver of the journal. */
class HandoverRaceTest extends RaceTest {
    private static final Caller ERP = new Caller("erp", Set.of(Role.ACCOUNTANT));
    private static final Site CHANGE = HEAD.in("JournalReceiversService.locked");

    /** Without its lock the one that read first writes last, and entries are sent again that were acknowledged. */
    @TestFactory
    Stream<DynamicTest> what_is_acknowledged_never_goes_back() {
        return race().firstHolds(CHANGE)
                .untilBefore(JournalReceiverStore.class, "save")
                .secondWants(CHANGE)
                .tests(bakery -> {
                    bakery.expectingFlour();
                    done(bakery.receive("r1", "L1", "10 BG"));
                    done(bakery.receive("r2", "L1", "10 BG"));
                    done(bakery.service(JournalReceivers.class).take(ERP, "ERP", 10));
                    return new Race.Requests(
                            () -> acknowledged(bakery, 1),
                            () -> acknowledged(bakery, 2),
                            () -> assertEquals(
                                    2,
                                    bakery.service(JournalReceivers.class)
                                            .list(Optional.empty(), 10)
                                            .get(0)
                                            .acknowledged()));
                });
    }

    private static Outcome<JournalReceiver> acknowledged(RacedBakery bakery, long entry) {
        return bakery.service(JournalReceivers.class).acknowledge(ERP, "ERP", entry);
    }
}
