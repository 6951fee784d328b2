package org.lottrace.metrics.internal;

import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.lottrace.api.transaction.LockObserver;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How long work waits for locks: a statement that finds its lock free takes a millisecond or less. */
@Component
public final class LockMeter implements LockObserver {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(20),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2),
        Duration.ofSeconds(10)
    };

    private final Timer timer;

    @Activate
    public LockMeter(@Reference Meters meters) {
        this.timer = Timer.builder("lottrace.database.lock")
                .description("Statements that take a lock, waiting for whoever holds it included")
                .serviceLevelObjectives(BUCKETS)
                .register(meters.registry());
    }

    @Override
    public void locked(Duration took) {
        timer.record(took);
    }
}
