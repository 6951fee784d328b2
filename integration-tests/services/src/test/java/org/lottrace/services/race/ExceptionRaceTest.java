package org.lottrace.services.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.NOW;
import static org.lottrace.services.race.Lock.EXCEPTION;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lottrace.api.event.EventId;
import org.lottrace.api.exceptioncase.ExceptionCase;
import org.lottrace.api.exceptioncase.ExceptionCases;
import org.lottrace.api.exceptioncase.store.ExceptionCaseStore;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.services.race.Race.Requests;

/** Two look after the same exception case. */
class ExceptionRaceTest extends RaceTest {
    @TestFactory
    Stream<DynamicTest> a_case_is_closed_once() {
        Site changed = EXCEPTION.in("ExceptionCasesService.changed");
        return race().firstHolds(changed)
                .untilBefore(ExceptionCaseStore.class, "save")
                .secondWants(changed)
                .tests(bakery -> {
                    bakery.database
                            .exceptionCases()
                            .insert(List.of(new ExceptionCase(
                                    1,
                                    "LOT_ON_HOLD",
                                    new EventId("e1"),
                                    Optional.empty(),
                                    BERLIN,
                                    "glass",
                                    Role.QUALITY,
                                    NOW,
                                    NOW,
                                    Optional.empty())));
                    return new Requests(
                            () -> closed(bakery, "anna"),
                            () -> closed(bakery, "bert"),
                            () -> assertEquals(
                                    2,
                                    bakery.database
                                            .texts("select record_key from seal where record_type = 'EXCEPTION_CASE'")
                                            .size(),
                                    "it was opened and closed, each once"));
                });
    }

    private static Outcome<ExceptionCase> closed(RacedBakery bakery, String name) {
        return bakery.service(ExceptionCases.class)
                .close(new Caller(name, Set.of(Role.QUALITY)), 1, "looked at by " + name);
    }
}
