package org.lottrace.recall.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.RecallFixture.anOpening;
import static org.lottrace.recall.internal.RecallBakery.LATE;
import static org.lottrace.recall.internal.RecallBakery.MONDAY;
import static org.lottrace.recall.internal.RecallBakery.TUESDAY;
import static org.lottrace.recall.internal.RecallBakery.recorded;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallMode;

/** A case is opened while the bakery goes on. */
class SameTimeIT {
    private static final int DEADLINE_SECONDS = 60;

    private final RecallBakery bakery = new RecallBakery();

    @RepeatedTest(5)
    void what_is_baked_while_a_case_is_opened_is_in_its_scope_and_recalled() throws Exception {
        atTheSameTime(() -> recorded(bakery.open("open1", anOpening(RecallMode.REAL))), bakery::bakedLate);

        bakery.followed();

        RecallCase opened = bakery.cases.all().get(0);
        assertTrue(opened.scope().keys().contains(LATE.key()), opened.scopes().toString());
        assertTrue(
                bakery.dispositions().contains("LATE RECALLED"),
                bakery.dispositions().toString());
    }

    @RepeatedTest(5)
    void a_hold_while_a_case_is_opened_costs_nobody_an_exception() throws Exception {
        atTheSameTime(
                () -> recorded(bakery.open("open1", anOpening(RecallMode.REAL))),
                () -> bakery.holds.hold(aContext("h1").request(), List.of(TUESDAY.key(), MONDAY.key()), "burnt"));

        assertEquals(
                List.of("KNEADED RECALLED", "MONDAY RECALLED", "TUESDAY RECALLED", "WHEAT RECALLED"),
                bakery.dispositions());
    }

    @RepeatedTest(5)
    void the_same_request_at_the_same_time_opens_one_case() throws Exception {
        Runnable open = () -> recorded(bakery.open("open1", anOpening(RecallMode.REAL)));

        atTheSameTime(open, open);

        assertEquals(1, bakery.cases.all().size());
        assertEquals(1, bakery.cases.all().get(0).scopes().size());
    }

    private static void atTheSameTime(Runnable one, Runnable other) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> ends =
                    List.of(threads.submit(() -> from(start, one)), threads.submit(() -> from(start, other)));
            start.countDown();
            for (Future<?> end : ends) {
                end.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void from(CountDownLatch start, Runnable work) {
        try {
            start.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        work.run();
    }
}
