package org.lottrace.ledger.internal;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Verifies the chain in the background: an event that nobody asks for, changed without its hash, is found in a pass. */
@Component(service = ChainPatrol.class, immediate = true, configurationPid = ChainConfig.PID)
public final class ChainPatrol {
    private static final Logger LOG = LoggerFactory.getLogger(ChainPatrol.class);
    /** A server that starts has other things to do. */
    private static final long FIRST_MILLISECONDS = 30_000;

    private static final long STOP_SECONDS = 30;

    private final VerifiedLedger chain;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(ChainPatrol::thread);
    private boolean isFailing;

    @Activate
    public ChainPatrol(@Reference VerifiedLedger chain, ChainConfig config) {
        this.chain = chain;
        if (config.patrol_milliseconds() > 0) {
            timer.scheduleWithFixedDelay(
                    this::step, FIRST_MILLISECONDS, config.patrol_milliseconds(), TimeUnit.MILLISECONDS);
        }
    }

    @Deactivate
    public void stop() throws InterruptedException {
        timer.shutdown();
        timer.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    }

    private void step() {
        try {
            chain.patrol();
            isFailing = false;
        } catch (RuntimeException e) {
            // the outermost edge: a database that is away comes back, and the next step begins where this one stood
            if (!isFailing) {
                LOG.warn("the chain cannot be verified now, it is tried again", e);
            }
            isFailing = true;
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "lottrace-chain");
        thread.setDaemon(true);
        return thread;
    }
}
