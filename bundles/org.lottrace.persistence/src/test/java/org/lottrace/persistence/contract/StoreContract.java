package org.lottrace.persistence.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.persistence.testing.TestDatabase;

/** What the stores promise, told once and tried on both databases. The bakery is there; nothing else. */
@ParameterizedClass
@EnumSource
abstract class StoreContract {
    private static final int DEADLINE_SECONDS = 60;

    @Parameter
    Engine engine;

    TestDatabase db;

    @BeforeEach
    void open() {
        db = engine.database.get().withBakery();
    }

    enum Engine {
        H2(TestDatabase::h2),
        POSTGRESQL(TestDatabase::postgresql);

        private final Supplier<TestDatabase> database;

        Engine(Supplier<TestDatabase> database) {
            this.database = database;
        }
    }

    /** One use case. */
    void inOne(Runnable work) {
        db.unitOfWork().run(work);
    }

    LotKey stored(Lot lot) {
        db.lots().insert(lot);
        return lot.key();
    }

    /** Two threads that do it {@code times} each, both from the same moment on. */
    static void contend(int times, Runnable work) {
        CountDownLatch start = new CountDownLatch(1);
        Runnable repeated = () -> {
            await(start);
            for (int i = 0; i < times; i++) {
                work.run();
            }
        };
        together(start, repeated, repeated);
    }

    /** Each in a thread of its own; fails with what the first of them threw. */
    static void together(CountDownLatch start, Runnable... threads) {
        ExecutorService pool = Executors.newFixedThreadPool(threads.length);
        try {
            List<Future<?>> ends = new ArrayList<>();
            for (Runnable thread : threads) {
                ends.add(pool.submit(thread));
            }
            start.countDown();
            for (Future<?> end : ends) {
                end.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new IllegalStateException("the threads did not end", e);
        } finally {
            pool.shutdownNow();
        }
    }

    static void await(CountDownLatch latch) {
        try {
            if (!latch.await(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("waited in vain");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
