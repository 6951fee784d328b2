package org.lottrace.thirdparty.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.lottrace.api.event.StockOnHand;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.exceptioncase.CaseOpening;
import org.lottrace.api.lease.Lease;
import org.lottrace.api.lease.Leases;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.thirdparty.ComparisonState;
import org.lottrace.api.thirdparty.KeptDocument;
import org.lottrace.api.thirdparty.StockDocumentKind;
import org.lottrace.api.thirdparty.StockDocumentSender;
import org.lottrace.api.thirdparty.ThirdPartyWarehouse;
import org.lottrace.api.thirdparty.store.StockDocumentStore;
import org.lottrace.api.transaction.NumberSequences;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks now and then at the newest transfers and orders of each warehouse: whether they were answered in time, and whether what was wrong
 * with them still is after something was reversed. One node at a time, by lease; each document is a transaction of its own.
 */
@Component(service = TransferWatch.class, immediate = true, configurationPid = ThirdPartyConfig.PID)
@Designate(ocd = ThirdPartyConfig.class)
public final class TransferWatch {
    private static final Logger LOG = LoggerFactory.getLogger(TransferWatch.class);
    private static final String LEASE = "third-party/watch";
    /** A look that takes longer goes on, and loses the lease when another node takes it. */
    private static final Duration TURN = Duration.ofMinutes(5);
    /** Older ones are looked at no longer. */
    private static final Duration BACK = Duration.ofDays(60);
    /** So many at a time; of those before the newest only what is late or differs is looked at. */
    private static final int PAGE = 200;

    private static final long STOP_SECONDS = 30;

    private final UnitOfWork unitOfWork;
    private final Leases leases;
    private final StockDocumentStore documents;
    private final NumberSequences numbers;
    private final Clock clock;
    private final Reconciling reconciling;
    private final DocumentCases cases;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(TransferWatch::thread);
    private final Set<String> failing = new HashSet<>();

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<StockDocumentSender> senders = List.of();

    /** @throws IllegalArgumentException if the configuration is wrong; the message names the property */
    @Activate
    public TransferWatch(
            @Reference UnitOfWork unitOfWork,
            @Reference Leases leases,
            @Reference StockDocumentStore documents,
            @Reference NumberSequences numbers,
            @Reference ItemStore items,
            @Reference StockOnHand stock,
            @Reference LedgerStore events,
            @Reference CaseOpening opening,
            @Reference Clock clock,
            ThirdPartyConfig config) {
        this.unitOfWork = unitOfWork;
        this.leases = leases;
        this.documents = documents;
        this.numbers = numbers;
        this.clock = clock;
        this.reconciling = new Reconciling(documents, items, stock, events);
        this.cases = new DocumentCases(opening, documents, reconciling);
        int seconds = config.watch_seconds();
        if (seconds < 0) {
            throw new IllegalArgumentException("watch.seconds must be 0 or more, not " + seconds);
        }
        if (seconds > 0) {
            timer.scheduleWithFixedDelay(() -> guarded("", this::look), seconds, seconds, TimeUnit.SECONDS);
        }
    }

    @Deactivate
    public void stop() throws InterruptedException {
        timer.shutdown();
        timer.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "lottrace-transfer-watch");
        thread.setDaemon(true);
        return thread;
    }

    /** Looks once, unless another node does. */
    void look() {
        leases.acquire(LEASE, TURN).ifPresent(lease -> {
            try {
                unitOfWork.required(documents::warehouses).forEach(warehouse -> {
                    lookAt(warehouse, StockDocumentKind.TRANSFER_SHIPMENT, lease);
                    lookAt(warehouse, StockDocumentKind.SHIPPING_ORDER, lease);
                });
            } finally {
                leases.release(lease);
            }
        });
    }

    private void lookAt(ThirdPartyWarehouse warehouse, StockDocumentKind kind, Lease lease) {
        Instant oldest = clock.instant().minus(BACK);
        List<KeptDocument> page = recent(warehouse, kind, Long.MAX_VALUE, oldest);
        page.forEach(document -> renew(warehouse, document, lease));
        page.forEach(document -> send(warehouse, document, lease));
        while (page.size() == PAGE) {
            page = recent(warehouse, kind, page.get(PAGE - 1).position(), oldest);
            List<KeptDocument> older = page;
            older.forEach(document -> send(warehouse, document, lease));
            unitOfWork.required(() -> reconciling.compare(warehouse, older, clock.instant())).stream()
                    .filter(one -> one.state() == ComparisonState.LATE || one.state() == ComparisonState.DIFFERS)
                    .forEach(one -> renew(warehouse, one.document(), lease));
        }
    }

    private List<KeptDocument> recent(
            ThirdPartyWarehouse warehouse, StockDocumentKind kind, long before, Instant oldest) {
        return unitOfWork.required(() -> documents.newest(warehouse.site(), kind, before, PAGE)).stream()
                .filter(document -> document.recorded().isAfter(oldest))
                .toList();
    }

    private void renew(ThirdPartyWarehouse warehouse, KeptDocument document, Lease lease) {
        guarded(
                document.document().kind() + " " + document.position(),
                () -> unitOfWork.run(() -> {
                    cases.renewAbout(warehouse, document, clock.instant(), "the watch");
                    leases.check(lease);
                }));
    }

    /** What nobody could be asked to send when it was recorded. */
    private void send(ThirdPartyWarehouse warehouse, KeptDocument document, Lease lease) {
        if (!document.unsent() || senders.isEmpty()) {
            return;
        }
        guarded(
                "sending " + document.position(),
                () -> unitOfWork.run(() -> {
                    numbers.next(ThirdPartyWarehousesService.SEQUENCE);
                    documents
                            .find(
                                    document.document().warehouse(),
                                    document.document().kind(),
                                    document.document().number())
                            .filter(KeptDocument::unsent)
                            .ifPresent(unsent -> handOn(warehouse, unsent));
                    leases.check(lease);
                }));
    }

    private void handOn(ThirdPartyWarehouse warehouse, KeptDocument unsent) {
        List<Violation> problems = senders.stream()
                .flatMap(sender -> unsent.cancelled().isPresent()
                        ? sender.cancel(warehouse, unsent).stream()
                        : reconciling.isInForce(unsent) ? sender.send(warehouse, unsent).stream() : Stream.empty())
                .toList();
        if (problems.isEmpty()) {
            documents.save(unsent.handedOn());
        }
        cases.sent(unsent, problems);
    }

    /** The outermost edge: what fails is tried again at the next look, and the rest goes on. */
    private void guarded(String what, Runnable work) {
        try {
            work.run();
            failing.remove(what);
        } catch (RuntimeException e) {
            if (failing.add(what)) {
                LOG.warn("a document of a third party cannot be looked at now, it is tried again what={}", what, e);
            }
        }
    }
}
