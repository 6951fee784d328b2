package org.lottrace.services.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.services.race.Lock.SET_ASIDE;
import static org.lottrace.services.race.RacedBakery.FLOUR_1;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lottrace.api.event.FollowerFailure;
import org.lottrace.api.event.LedgerFollower;
import org.lottrace.api.event.LedgerFollowers;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.SetAsideEvent;
import org.lottrace.api.event.store.FollowerPosition;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.services.race.Race.Requests;

/** Somebody skips an event that was set aside, while it is tried again. */
class FollowerRaceTest extends RaceTest {
    private static final String NAME = "listener";
    private static final Site TAKE_IN = SET_ASIDE.in("SetAsideEvents.takeIn");
    private static final Site SKIP = SET_ASIDE.in("Remedies.skip");

    @TestFactory
    Stream<DynamicTest> what_is_taken_in_is_not_skipped() {
        return race().firstHolds(TAKE_IN).secondWants(SKIP).tests(bakery -> {
            List<Long> taken = setAside(bakery);
            List<Boolean> skipped = new CopyOnWriteArrayList<>();
            return new Requests(
                    () -> bakery.service(LedgerFollowers.class).retry(NAME, 1),
                    () -> skipped(bakery) && skipped.add(true),
                    () -> assertEquals(1, taken.size() + skipped.size()));
        });
    }

    private static List<Long> setAside(RacedBakery bakery) {
        List<Long> taken = new CopyOnWriteArrayList<>();
        UnitOfWork work = bakery.database.unitOfWork();
        bakery.with(LedgerFollower.class, new LedgerFollower() {
                    @Override
                    public String name() {
                        return NAME;
                    }

                    @Override
                    public void follow(List<RecordedEvent> page) {
                        page.forEach(event -> work.afterCommit(() -> taken.add(event.position())));
                    }
                })
                .withStock(FLOUR_1, "100 KGM");
        work.run(() -> {
            bakery.database.followers().save(new FollowerPosition(NAME, 1, 0, Optional.empty()));
            bakery.database
                    .followers()
                    .saveSetAside(
                            NAME,
                            new SetAsideEvent(
                                    Optional.empty(),
                                    new FollowerFailure(1, 3, Bakery.NOW, Bakery.NOW, "no network"),
                                    Optional.empty()));
        });
        return taken;
    }

    private static boolean skipped(RacedBakery bakery) {
        return bakery.service(LedgerFollowers.class)
                .skip(new Caller("anna", Set.of(Role.ADMINISTRATOR)), NAME, 1, "they have it by mail")
                .isEmpty();
    }
}
