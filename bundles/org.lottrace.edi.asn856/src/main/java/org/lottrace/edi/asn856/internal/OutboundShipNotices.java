package org.lottrace.edi.asn856.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.lottrace.api.allocation.store.SalesOrderStore;
import org.lottrace.api.edi.Interchanges;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.LedgerListener;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.store.DispositionStore;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.event.store.ProjectionStore;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.partner.Party;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends each customer with an interchange address the 856 of every shipment, on a thread of its own.
 *
 * <p>The position {@code asn856} goes through the whole ledger. A notice that cannot be made is logged as an error and holds
 * back the later ones of its customer, nobody else's: {@code asn856/CUSTOMER} stays before it, and from there everything is
 * tried again at each interval and each growth of the ledger, until it succeeds. 0 means that nothing is held back.
 */
@Component(service = LedgerListener.class, configurationPid = ShipNoticeConfig.PID, immediate = true)
@Designate(ocd = ShipNoticeConfig.class)
public final class OutboundShipNotices implements LedgerListener {
    static final String POSITION = "asn856";

    private static final Logger LOG = LoggerFactory.getLogger(OutboundShipNotices.class);
    private static final int EVENTS_AT_ONCE = 200;
    private static final long STOP_SECONDS = 30;

    private final UnitOfWork unitOfWork;
    private final LedgerStore ledger;
    private final ProjectionStore projections;
    private final PartyStore partners;
    private final CustomerDispatch dispatch;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "lottrace-edi-asn856");
        thread.setDaemon(true);
        return thread;
    });

    /** @throws IllegalArgumentException if the configuration is wrong; the message names the property */
    @Activate
    public OutboundShipNotices(
            @Reference UnitOfWork unitOfWork,
            @Reference Ledger ledger,
            @Reference LedgerStore events,
            @Reference DispositionStore dispositions,
            @Reference ProjectionStore projections,
            @Reference PartyStore partners,
            @Reference SalesOrderStore orders,
            @Reference ItemStore items,
            @Reference LotStore lots,
            @Reference SiteStore sites,
            @Reference Interchanges interchanges,
            ShipNoticeConfig config) {
        this(
                unitOfWork,
                events,
                projections,
                partners,
                new CustomerDispatch(
                        unitOfWork,
                        ledger,
                        dispositions,
                        partners,
                        new ShipmentNotices(orders, items, lots, sites),
                        new PartnerFolder(Path.of(config.mappings())),
                        interchanges));
        if (config.retry_seconds() < 1) {
            throw new IllegalArgumentException("retry.seconds must be 1 or more, not " + config.retry_seconds());
        }
        worker.scheduleWithFixedDelay(this::work, 0, config.retry_seconds(), TimeUnit.SECONDS);
    }

    /** For tests: works when {@link #catchUp} is called. */
    OutboundShipNotices(
            UnitOfWork unitOfWork,
            LedgerStore ledger,
            ProjectionStore projections,
            PartyStore partners,
            CustomerDispatch dispatch) {
        this.unitOfWork = unitOfWork;
        this.ledger = ledger;
        this.projections = projections;
        this.partners = partners;
        this.dispatch = dispatch;
    }

    @Override
    public void ledgerGrew(long head) {
        worker.execute(() -> guarded(this::catchUp));
    }

    private void work() {
        guarded(() -> {
            retry();
            catchUp();
        });
    }

    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            // the edge of the program: nothing is lost, the position stays where it was
            LOG.error("ship notices cannot be made now; tried again at the next interval", e);
        }
    }

    /** Lets the shipment that is being processed come to its end. */
    @Deactivate
    void stop() throws InterruptedException {
        worker.shutdown();
        if (!worker.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
            worker.shutdownNow();
        }
    }

    /** Sends what the ledger has grown by. A notice is stored before the position is, so a crash only repeats it. */
    void catchUp() {
        long position = position(POSITION);
        for (List<RecordedEvent> events = after(position); !events.isEmpty(); events = after(position)) {
            for (RecordedEvent event : events) {
                position = event.position();
                Optional<Party> customer = dispatch.recipient(event.event());
                if (customer.isPresent()) {
                    first(event, customer.get());
                    save(POSITION, position);
                }
            }
            save(POSITION, position);
        }
    }

    private void first(RecordedEvent event, Party customer) {
        boolean waiting = position(heldBack(customer)) > 0;
        if (!waiting && !sent(event, customer)) {
            save(heldBack(customer), event.position() - 1);
        }
    }

    /** Tries everything again that is held back. */
    void retry() {
        partners.all().stream()
                .filter(party -> party.profile().ediAddress().isPresent())
                .forEach(this::retry);
    }

    private void retry(Party customer) {
        String name = heldBack(customer);
        long position = position(name);
        if (position == 0) {
            return;
        }
        long until = position(POSITION);
        while (position < until) {
            for (RecordedEvent event : after(position)) {
                boolean theirs = dispatch.recipient(event.event())
                        .filter(party -> party.id().equals(customer.id()))
                        .isPresent();
                if (event.position() <= until && theirs && !sent(event, customer)) {
                    return;
                }
                position = event.position();
            }
            save(name, position);
        }
        save(name, 0);
        LOG.info("ship notices are no longer held back customer={}", customer.id());
    }

    private long position(String name) {
        return unitOfWork.required(() -> projections.position(name));
    }

    private List<RecordedEvent> after(long position) {
        return unitOfWork.required(() -> ledger.after(position, EVENTS_AT_ONCE));
    }

    private boolean sent(RecordedEvent event, Party customer) {
        List<Violation> problems = dispatch.send(event.event(), customer);
        if (!problems.isEmpty()) {
            LOG.error(
                    "ship notice cannot be sent; it and the later ones of this customer wait and are tried again "
                            + "customer={} event={} problems={}",
                    customer.id(),
                    event.event().id(),
                    problems);
        }
        return problems.isEmpty();
    }

    private void save(String name, long position) {
        unitOfWork.run(() -> {
            projections.lockPosition(name);
            projections.savePosition(name, position);
        });
    }

    private static String heldBack(Party customer) {
        return POSITION + "/" + customer.id();
    }
}
