package org.lottrace.services.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.RecallFixture.ANNA;
import static org.lottrace.services.race.Lock.HEAD;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.CurrentCaller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.right.LotAction;
import org.lottrace.api.right.LotRight;
import org.lottrace.api.right.LotRightChange;
import org.lottrace.api.right.LotRightScope;
import org.lottrace.api.right.LotRights;
import org.lottrace.api.right.store.LotRightStore;
import org.lottrace.services.race.Race.Requests;

/** A right is taken from somebody who is just using it. */
class RightRaceTest extends RaceTest {
    private static final Caller BERT = new Caller("bert", Set.of(Role.RECEIVER));

    /** What a receipt has read of rights before it waits is not what it decides by. */
    @TestFactory
    Stream<DynamicTest> nobody_creates_a_lot_whose_right_to_it_is_just_taken() {
        return race().firstHolds(HEAD.in("LotRightsService.add"))
                .untilBefore(LotRightStore.class, "insert")
                .secondWants(HEAD.in("LedgerService.appendUnderLock"))
                .oneIsRepeated()
                .tests(bakery -> {
                    bakery.expectingFlour();
                    done(allow(bakery, "bert"));
                    return new Requests(
                            () -> allow(bakery, "anna"),
                            () -> CurrentCaller.during(BERT, () -> bakery.receive("r1", "L1", "40 BG")),
                            () -> assertEquals(
                                    List.of("bert", "anna"),
                                    allowed(bakery),
                                    "whom it was given to before anything came, and since"));
                });
    }

    private static Outcome<LotRight> allow(RacedBakery bakery, String user) {
        return bakery.service(LotRights.class)
                .save(
                        ANNA,
                        new LotRightChange(
                                LotAction.CREATE,
                                LotRightScope.EVERYTHING,
                                Set.of(user),
                                Set.of(),
                                "so it is from now on"));
    }

    /** Who might create lots, one after the other, as long as none has come. */
    private static List<String> allowed(RacedBakery bakery) {
        return bakery.ledger().head() > 0
                ? List.of("a lot came")
                : bakery.service(LotRights.class).list(Optional.empty(), 10).stream()
                        .flatMap(right -> right.change().users().stream())
                        .toList();
    }
}
