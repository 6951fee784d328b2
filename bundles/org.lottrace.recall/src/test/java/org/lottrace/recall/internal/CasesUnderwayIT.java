package org.lottrace.recall.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.RecallFixture.ANNA;
import static org.lottrace.api.fixture.RecallFixture.anOpening;
import static org.lottrace.recall.internal.RecallBakery.RYE;
import static org.lottrace.recall.internal.RecallBakery.WHEAT;
import static org.lottrace.recall.internal.RecallBakery.recorded;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.RecallMode;
import org.lottrace.api.recall.RecallUnderway;
import org.lottrace.api.recall.ScopeCriteria;
import org.lottrace.api.recall.store.RecallStore;

/** Whoever looks while a case is worked on sees how far it is. Here that is looked at whenever something of it is written. */
class CasesUnderwayIT {
    private final RecallBakery bakery = new RecallBakery();
    private final List<String> told = new ArrayList<>();
    private final RecallCasesService cases = new RecallCasesService(
            bakery.database.unitOfWork(),
            looking(),
            bakery.database.sequences(),
            bakery.scopes,
            bakery.preview,
            bakery.reading,
            new CasesUnderway(),
            bakery.clock);

    @Test
    void an_opening_tells_how_far_it_is_until_it_is_over() {
        RecallCaseId id = recorded(open()).id();

        assertEquals(List.of("no case yet: 0, 0", id + ": 0, 0", id + ": 4, 0", id + ": 4, 4"), told);
        assertEquals(List.of(), cases.underway());
    }

    @Test
    void an_expansion_tells_what_it_adds() {
        RecallCaseId id = recorded(open()).id();
        told.clear();

        recorded(cases.expand(
                ANNA, aContext("more").request(), id, ScopeCriteria.of(List.of(RYE.key())), "the same field"));

        assertEquals(List.of("no case yet: 0, 0", id + ": 5, 0", id + ": 5, 1"), told);
    }

    @Test
    void nothing_is_left_of_an_opening_that_is_refused() {
        cases.open(ANNA, aContext("open1").request(), anOpening(RecallMode.REAL), ScopeCriteria.of(List.of()));

        assertEquals(List.of(), cases.underway());
    }

    private Outcome<RecallCase> open() {
        return cases.open(
                ANNA, aContext("open1").request(), anOpening(RecallMode.REAL), ScopeCriteria.of(List.of(WHEAT.key())));
    }

    private RecallStore looking() {
        return (RecallStore) Proxy.newProxyInstance(
                RecallStore.class.getClassLoader(), new Class<?>[] {RecallStore.class}, (proxy, method, given) -> {
                    if (List.of("insert", "lock", "append").contains(method.getName())) {
                        cases.underway().stream().map(CasesUnderwayIT::text).forEach(told::add);
                    }
                    try {
                        return method.invoke(bakery.database.recalls(), given);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static String text(RecallUnderway underway) {
        return underway.recallCase().map(RecallCaseId::value).orElse("no case yet") + ": " + underway.affected() + ", "
                + underway.toBlock();
    }
}
