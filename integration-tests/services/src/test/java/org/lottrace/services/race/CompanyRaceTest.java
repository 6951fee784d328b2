package org.lottrace.services.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.event.EventType.RECEIVE;
import static org.lottrace.api.fixture.Bakery.COMPANY;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.services.race.Lock.HEAD;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lottrace.api.cost.BooksOpening;
import org.lottrace.api.cost.Companies;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;

/** Books are opened for a company while something else happens. */
class CompanyRaceTest extends RaceTest {
    private static final Site APPEND = HEAD.in("LedgerService.appendUnderLock");
    private static final Site OPEN = HEAD.in("CompaniesService.open");

    @TestFactory
    Stream<DynamicTest> books_are_not_opened_where_something_is_just_recorded() {
        return race().firstHoldsToo(APPEND).secondWants(OPEN).tests(bakery -> {
            bakery.database.lots().insert(RacedBakery.FLOUR_1);
            return new Race.Requests(() -> received(bakery), () -> opened(bakery), () -> {
                assertTrue(bakery.ledger().find(new EventId("r1")).isPresent());
                assertEquals(List.of(), bakery.service(Companies.class).all());
            });
        });
    }

    private static RecordedEvent received(RacedBakery bakery) {
        return done(bakery.append(anEvent("r1", RECEIVE)
                .moving(RacedBakery.FLOUR_1.key(), "10 KGM", Place.party(MILL), in(SHELF))
                .build()));
    }

    private static Outcome<?> opened(RacedBakery bakery) {
        return bakery.service(Companies.class)
                .open(new Caller("ben", Set.of(Role.CONTROLLER)), new BooksOpening(COMPANY, "USD", ""));
    }
}
