package org.lottrace.ledger.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.lottrace.api.transaction.StoreUnavailableException;

class ChainPatrolTest {
    private static final int DEADLINE_SECONDS = 60;

    @Test
    void it_steps_again_and_again_also_after_another_patrol_that_failed_until_it_is_stopped()
            throws InterruptedException {
        CountDownLatch three = new CountDownLatch(3);
        AtomicReference<Thread> thread = new AtomicReference<>();
        ChainPatrol patrol = new ChainPatrol(
                List.of(
                        () -> {
                            thread.set(Thread.currentThread());
                            throw new StoreUnavailableException("the database is away", new IllegalStateException());
                        },
                        three::countDown),
                0,
                1);

        assertTrue(three.await(DEADLINE_SECONDS, TimeUnit.SECONDS));
        patrol.stop();

        thread.get().join(TimeUnit.SECONDS.toMillis(DEADLINE_SECONDS));
        assertFalse(thread.get().isAlive());
    }

    @Test
    void with_a_period_of_0_it_does_nothing() throws InterruptedException {
        AtomicInteger steps = new AtomicInteger();
        ChainPatrol patrol = new ChainPatrol(List.of(steps::incrementAndGet), 0, 0);

        patrol.stop();

        assertEquals(0, steps.get());
    }
}
