package org.lottrace.allocation.fefo.internal;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.lottrace.api.allocation.LostReservations;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows what orders lost, and looks now and then through all that is reserved for what may not go any more because days went by. Each order
 * is a transaction of its own, and one that fails does not keep the others waiting. Two nodes that look at once mend each order once.
 */
@Component(
        service = LostReservationsWatch.class,
        immediate = true,
        configurationPid = "org.lottrace.allocation.fefo.lost")
@Designate(ocd = LostReservationsWatch.Config.class)
public final class LostReservationsWatch {
    private static final Logger LOG = LoggerFactory.getLogger(LostReservationsWatch.class);

    /** In one look. */
    private static final int LOSSES = 200;

    private static final int ORDERS = 100;
    private static final long STOP_SECONDS = 30;

    private final LostReservations lost;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(LostReservationsWatch::thread);
    private final Set<String> failing = new HashSet<>();

    @ObjectClassDefinition(
            name = "LotTrace lost reservations",
            description = "When orders are planned anew that lost what was reserved for them")
    @interface Config {
        @AttributeDefinition(
                name = "Look every",
                description = "seconds between two looks for what was lost; 0 for never: then somebody calls it")
        int look_seconds() default 10;

        @AttributeDefinition(
                name = "Look through all every",
                description =
                        "minutes between two looks through everything that is reserved, for lots that have become too"
                                + " old; 0 for never")
        int all_minutes() default 60;
    }

    @Activate
    public LostReservationsWatch(@Reference LostReservations lost, Config config) {
        this.lost = lost;
        if (config.look_seconds() > 0) {
            timer.scheduleWithFixedDelay(
                    () -> guarded(this::follow), config.look_seconds(), config.look_seconds(), TimeUnit.SECONDS);
        }
        if (config.all_minutes() > 0) {
            timer.scheduleWithFixedDelay(
                    () -> guarded(this::lookThroughAll), config.all_minutes(), config.all_minutes(), TimeUnit.MINUTES);
        }
    }

    @Deactivate
    public void stop() throws InterruptedException {
        timer.shutdown();
        timer.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    }

    private void follow() {
        lost.open(Optional.empty(), LOSSES).stream()
                .map(one -> one.orderLine().order())
                .collect(Collectors.toCollection(LinkedHashSet::new))
                .forEach(this::mend);
    }

    private void lookThroughAll() {
        List.of(DocumentType.SALES_ORDER, DocumentType.PRODUCTION_ORDER, DocumentType.TRANSFER_ORDER)
                .forEach(this::lookThroughAll);
    }

    private void lookThroughAll(DocumentType type) {
        List<String> page = lost.ordersAfter(type, "", ORDERS);
        while (!page.isEmpty() && !timer.isShutdown()) {
            page.forEach(number -> mend(new DocumentReference(type, number)));
            page = lost.ordersAfter(type, page.get(page.size() - 1), ORDERS);
        }
    }

    private void mend(DocumentReference order) {
        try {
            lost.mend(order);
            failing.remove(order.toString());
        } catch (RuntimeException e) {
            // it stays open and is tried again; the others go on
            if (failing.add(order.toString())) {
                LOG.warn("an order that lost goods cannot be planned anew now, it is tried again order={}", order, e);
            }
        }
    }

    /** The outermost edge: a database that is away comes back. */
    private void guarded(Runnable look) {
        try {
            look.run();
            failing.remove("");
        } catch (RuntimeException e) {
            if (failing.add("")) {
                LOG.warn("what was lost cannot be read now, it is tried again", e);
            }
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "lottrace-lost-reservations");
        thread.setDaemon(true);
        return thread;
    }
}
