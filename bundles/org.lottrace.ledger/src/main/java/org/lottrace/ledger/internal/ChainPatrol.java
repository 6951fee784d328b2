package org.lottrace.ledger.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Verifies events and records in the background: what nobody asks for, changed without its hash, is found in a pass. One that
 * fails does not keep the other from being verified.
 */
@Component(service = ChainPatrol.class, immediate = true, configurationPid = ChainConfig.PID)
public final class ChainPatrol {
    private static final Logger LOG = LoggerFactory.getLogger(ChainPatrol.class);
    /** A server that starts has other things to do. */
    private static final long FIRST_MILLISECONDS = 30_000;

    private static final long STOP_SECONDS = 30;

    private final List<Runnable> patrols;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(ChainPatrol::thread);
    private final Set<Runnable> failing = new HashSet<>();

    @Activate
    public ChainPatrol(@Reference VerifiedLedger chain, @Reference RecordSealsService seals, ChainConfig config) {
        this(List.of(chain::patrol, seals::patrol), FIRST_MILLISECONDS, config.patrol_milliseconds());
    }

    /** For tests. */
    ChainPatrol(List<Runnable> patrols, long firstMilliseconds, long everyMilliseconds) {
        this.patrols = patrols;
        if (everyMilliseconds > 0) {
            timer.scheduleWithFixedDelay(this::step, firstMilliseconds, everyMilliseconds, TimeUnit.MILLISECONDS);
        }
    }

    @Deactivate
    public void stop() throws InterruptedException {
        timer.shutdown();
        timer.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    }

    private void step() {
        patrols.forEach(this::step);
    }

    private void step(Runnable patrol) {
        try {
            patrol.run();
            failing.remove(patrol);
        } catch (RuntimeException e) {
            // the outermost edge: a database that is away comes back, and the next step begins where this one stood
            if (failing.add(patrol)) {
                LOG.warn("what is stored cannot be verified now, it is tried again", e);
            }
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "lottrace-chain");
        thread.setDaemon(true);
        return thread;
    }
}
