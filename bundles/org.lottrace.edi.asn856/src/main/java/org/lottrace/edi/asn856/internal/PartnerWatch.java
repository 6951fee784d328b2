package org.lottrace.edi.asn856.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.lottrace.api.edi.store.InterchangeStore;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.exceptioncase.CaseOpening;
import org.lottrace.api.exceptioncase.ExceptionCase;
import org.lottrace.api.exceptioncase.ExceptionFilter;
import org.lottrace.api.exceptioncase.store.ExceptionCaseStore;
import org.lottrace.api.lease.Lease;
import org.lottrace.api.lease.Leases;
import org.lottrace.api.movement.NoticeArrival;
import org.lottrace.api.movement.NoticeArrivals;
import org.lottrace.api.movement.store.ExpectedReceiptStore;
import org.lottrace.api.movement.store.NoticeArrivalStore;
import org.lottrace.api.partner.Party;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.transaction.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks now and then for what partners did not send in time: ship notices, and acknowledgements of ours. One node at a time, by lease; each
 * finding is a transaction of its own, and one that fails does not keep the others waiting.
 */
@Component(service = PartnerWatch.class, immediate = true, configurationPid = ShipNoticeConfig.PID)
public final class PartnerWatch {
    private static final Logger LOG = LoggerFactory.getLogger(PartnerWatch.class);
    private static final String LEASE = "edi/partner-watch";
    /** A look that takes longer goes on, and loses the lease when another node takes it. */
    private static final Duration TURN = Duration.ofMinutes(5);

    private static final int AT_A_TIME = 200;
    private static final long STOP_SECONDS = 30;

    private final UnitOfWork unitOfWork;
    private final Leases leases;
    private final PartyStore partners;
    private final ExceptionCaseStore cases;
    private final NoticeArrivalStore arrivals;
    private final Clock clock;
    private final PartnerFolder folder;
    private final LateNotices late;
    private final MissingAcknowledgements acknowledgements;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(PartnerWatch::thread);
    private final Set<String> failing = new HashSet<>();

    /** @throws IllegalArgumentException if the configuration is wrong; the message names the property */
    @Activate
    public PartnerWatch(
            @Reference UnitOfWork unitOfWork,
            @Reference Ledger ledger,
            @Reference Leases leases,
            @Reference PartyStore partners,
            @Reference ExpectedReceiptStore notices,
            @Reference NoticeArrivalStore arrivals,
            @Reference NoticeArrivals changes,
            @Reference InterchangeStore log,
            @Reference ExceptionCaseStore cases,
            @Reference CaseOpening opening,
            @Reference Clock clock,
            ShipNoticeConfig config) {
        this.unitOfWork = unitOfWork;
        this.leases = leases;
        this.partners = partners;
        this.cases = cases;
        this.arrivals = arrivals;
        this.clock = clock;
        this.folder = new PartnerFolder(Path.of(config.mappings()));
        this.late = new LateNotices(ledger, notices, arrivals, changes, opening);
        this.acknowledgements = new MissingAcknowledgements(log, ledger, opening);
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
        Thread thread = new Thread(work, "lottrace-partner-watch");
        thread.setDaemon(true);
        return thread;
    }

    /** Looks once, unless another node does. */
    void look() {
        leases.acquire(LEASE, TURN).ifPresent(lease -> {
            try {
                LateNotices.MISSING.forEach(code -> openCases(
                        code, one -> guarded("case " + one.number(), () -> under(lease, () -> late.lookFor(one)))));
                lateByTheClock(one -> guarded("notice " + one.notice(), () -> under(lease, () -> late.tell(one))));
                openCases(
                        MissingAcknowledgements.ACKNOWLEDGEMENT_MISSING,
                        one -> guarded(
                                "case " + one.number(), () -> under(lease, () -> acknowledgements.lookFor(one))));
                unitOfWork
                        .required(partners::all)
                        .forEach(party -> guarded("party " + party.id(), () -> notAcknowledged(party, lease)));
            } finally {
                leases.release(lease);
            }
        });
    }

    private void under(Lease lease, Runnable change) {
        unitOfWork.run(() -> {
            change.run();
            leases.check(lease);
        });
    }

    private void openCases(String code, Consumer<ExceptionCase> taker) {
        ExceptionFilter filter =
                new ExceptionFilter(Optional.of(true), Optional.empty(), Optional.empty(), Optional.of(code), false);
        Optional<Long> after = Optional.empty();
        List<ExceptionCase> page;
        do {
            Optional<Long> last = after;
            page = unitOfWork.required(() -> cases.list(filter, clock.instant(), last, AT_A_TIME));
            page.forEach(taker);
            after = page.isEmpty()
                    ? after
                    : Optional.of(page.get(page.size() - 1).number());
        } while (page.size() == AT_A_TIME && !timer.isShutdown());
    }

    private void lateByTheClock(Consumer<NoticeArrival> taker) {
        List<NoticeArrival> page = unitOfWork.required(() -> arrivals.lateAndUntold(Optional.empty(), AT_A_TIME));
        while (!page.isEmpty() && !timer.isShutdown()) {
            page.forEach(taker);
            Optional<NoticeArrival> last = Optional.of(page.get(page.size() - 1));
            page = unitOfWork.required(() -> arrivals.lateAndUntold(last.map(NoticeArrival::notice), AT_A_TIME));
        }
    }

    private void notAcknowledged(Party party, Lease lease) {
        if (party.profile().ediAddress().isEmpty()) {
            return;
        }
        PartnerSwitches agreed = folder.switches(party.profile().mapping());
        if (agreed.acknowledgementHours() > 0) {
            unitOfWork
                    .required(() -> acknowledgements.waiting(party, agreed, clock.instant()).stream()
                            .filter(key -> !isTold(key))
                            .toList())
                    .forEach(key ->
                            guarded("856 " + key, () -> under(lease, () -> acknowledgements.tell(key, party, agreed))));
        }
    }

    /** Nobody needs a lock for what is told already, open or closed. */
    private boolean isTold(String shipment) {
        return cases.ofEvent(new EventId(shipment)).stream()
                .anyMatch(one -> one.code().equals(MissingAcknowledgements.ACKNOWLEDGEMENT_MISSING));
    }

    /** The outermost edge: what fails is tried again at the next look, and the rest goes on. */
    private void guarded(String what, Runnable work) {
        try {
            work.run();
            failing.remove(what);
        } catch (RuntimeException e) {
            if (failing.add(what)) {
                LOG.warn("what partners did not send cannot be looked for now, it is tried again what={}", what, e);
            }
        }
    }
}
