package org.lottrace.intake.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TurnsTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Turns turns = new Turns(2);
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void stop() {
        end.countDown();
        threads.shutdown();
    }

    @Test
    void who_comes_when_all_turns_are_taken_waits_for_one() throws Exception {
        CountDownLatch begun = new CountDownLatch(2);
        CompletableFuture<String> first = work(begun);
        CompletableFuture<String> second = work(begun);
        begun.await();

        CompletableFuture<String> third = work(new CountDownLatch(1));

        assertThrows(TimeoutException.class, () -> third.get(200, TimeUnit.MILLISECONDS));
        end.countDown();
        assertEquals("done", first.get());
        assertEquals("done", second.get());
        assertEquals("done", third.get());
    }

    @Test
    void a_failure_gives_its_turn_back() {
        for (int i = 0; i < 3; i++) {
            assertThrows(
                    IllegalStateException.class,
                    () -> turns.during(() -> {
                        throw new IllegalStateException("as a file with a defect does");
                    }));
        }
        assertEquals("served", turns.during(() -> "served"));
    }

    private CompletableFuture<String> work(CountDownLatch begun) {
        return CompletableFuture.supplyAsync(
                () -> turns.during(() -> {
                    begun.countDown();
                    try {
                        end.await();
                    } catch (InterruptedException stopped) {
                        throw new IllegalStateException(stopped);
                    }
                    return "done";
                }),
                threads);
    }
}
