package org.lottrace.persistence.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.lottrace.persistence.internal.ledger.JpaLedgerStore;

class LockObserverIT {
    private static final Duration HELD = Duration.ofMillis(300);

    private final List<Duration> waits = Collections.synchronizedList(new ArrayList<>());

    @Test
    void who_waits_for_a_lock_is_told_how_long() throws Exception {
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl("jdbc:h2:mem:observed;DB_CLOSE_DELAY=-1");
        settings.setUsername("sa");
        settings.setPassword("");
        DatabaseUnitOfWork work =
                new DatabaseUnitOfWork(new Database(new ConnectionPool(Vendor.H2, settings)), waits::add);
        JpaLedgerStore ledger = new JpaLedgerStore(work);
        CountDownLatch isHeld = new CountDownLatch(1);
        Thread holder = new Thread(() -> work.run(() -> {
            ledger.lockHead();
            isHeld.countDown();
            sleep();
        }));
        holder.start();
        assertTrue(isHeld.await(1, TimeUnit.MINUTES));

        work.run(ledger::lockHead);
        holder.join();

        assertEquals(2, waits.size());
        assertTrue(waits.get(1).compareTo(HELD.dividedBy(2)) > 0, waits::toString);
    }

    private static void sleep() {
        try {
            TimeUnit.MILLISECONDS.sleep(HELD.toMillis());
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
