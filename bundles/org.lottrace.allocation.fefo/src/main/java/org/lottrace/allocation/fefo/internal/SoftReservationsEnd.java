package org.lottrace.allocation.fefo.internal;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.lottrace.api.allocation.SoftReservations;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks now and then for soft reservations that are over. Two nodes that look at once end each of them once. */
@Component(
        service = SoftReservationsEnd.class,
        immediate = true,
        configurationPid = "org.lottrace.allocation.fefo.soft.end")
@Designate(ocd = SoftReservationsEnd.Config.class)
public final class SoftReservationsEnd {
    private static final Logger LOG = LoggerFactory.getLogger(SoftReservationsEnd.class);

    /** In one transaction: their items are locked together. */
    private static final int AT_ONCE = 50;

    private static final long STOP_SECONDS = 30;

    private final SoftReservations reservations;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(SoftReservationsEnd::thread);
    private boolean failing;

    @ObjectClassDefinition(
            name = "LotTrace end of soft reservations",
            description = "When goods that were kept for a while are free again")
    @interface Config {
        @AttributeDefinition(
                name = "Look every",
                description =
                        "seconds between two looks for soft reservations that are over; 0 for never: then somebody calls it")
        int look_seconds() default 60;
    }

    @Activate
    public SoftReservationsEnd(@Reference SoftReservations reservations, Config config) {
        this.reservations = reservations;
        if (config.look_seconds() > 0) {
            timer.scheduleWithFixedDelay(this::look, config.look_seconds(), config.look_seconds(), TimeUnit.SECONDS);
        }
    }

    @Deactivate
    public void stop() throws InterruptedException {
        timer.shutdown();
        timer.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            while (reservations.end(AT_ONCE).size() == AT_ONCE && !timer.isShutdown()) {
                LOG.debug("more soft reservations are over");
            }
            failing = false;
        } catch (RuntimeException e) {
            // the outermost edge: a database that is away comes back, and the next look finds the same
            if (!failing) {
                LOG.warn("soft reservations that are over cannot be ended now, it is tried again", e);
            }
            failing = true;
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "lottrace-soft-reservations");
        thread.setDaemon(true);
        return thread;
    }
}
