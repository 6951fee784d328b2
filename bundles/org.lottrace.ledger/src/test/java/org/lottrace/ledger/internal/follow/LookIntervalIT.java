package org.lottrace.ledger.internal.follow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.event.EventType.RECEIVE;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Outcomes.done;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.LedgerFollower;
import org.lottrace.api.event.LedgerFollowers;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.lot.Lot;
import org.lottrace.company.TestCompany;
import org.lottrace.persistence.testing.TestDatabase;

class LookIntervalIT {
    private static final Lot FLOUR_1 = aLot("L1").build();

    private final TestDatabase database = TestDatabase.h2().withBakery();

    /** A follower that is woken has a thread at once, for a while. */
    @ParameterizedTest
    @CsvSource({"0, false", "60000, true"})
    void an_event_wakes_followers_unless_they_never_work_by_themselves(int milliseconds, boolean wakes) {
        String name = "after-" + milliseconds;
        try (TestCompany company = TestCompany.on(database)
                .with(LedgerFollower.class, follower(name))
                .configured(LedgerFollowersConfig.PID, Map.of("look.milliseconds", milliseconds))) {
            company.service(LedgerFollowers.class).all();
            database.unitOfWork().run(() -> database.lots().insert(FLOUR_1));

            done(company.service(Ledger.class)
                    .append(anEvent("r1", RECEIVE)
                            .moving(FLOUR_1.key(), "5 KGM", Place.party(MILL), in(SHELF))
                            .build()));

            assertEquals(wakes, Thread.getAllStackTraces().keySet().stream().anyMatch(thread -> thread.getName()
                    .equals("lottrace-follower-" + name)));
        }
    }

    private static LedgerFollower follower(String name) {
        return new LedgerFollower() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void follow(List<RecordedEvent> page) {
                // it is enough that it is there
            }
        };
    }
}
