package org.lottrace.recall.internal;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.lottrace.api.allocation.store.SalesOrderStore;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.event.store.StockStore;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.partner.Party;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.RecallFact;
import org.lottrace.api.recall.RecallFact.NoticeAttempted;
import org.lottrace.api.recall.notice.NoticeChannel;
import org.lottrace.api.recall.notice.NoticeState;
import org.lottrace.api.recall.store.RecallStore;
import org.lottrace.api.transaction.StoreUnavailableException;
import org.lottrace.api.transaction.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends queued notices through the channels that are there, right after the commit that queued them, and queues reminders for those who do not answer and
 * retractions for those who were told about goods that are not affected. A notice is
 * sent first and noted afterwards: after a crash it is sent again with the same key, never lost.
 */
@Component(service = QueuedNotices.class, configurationPid = NoticeConfig.PID, immediate = true)
@Designate(ocd = NoticeConfig.class)
public final class NoticeDispatch implements QueuedNotices {
    private static final Logger LOG = LoggerFactory.getLogger(NoticeDispatch.class);
    private static final String ACTOR = "lottrace";
    private static final int DETAIL_LENGTH = 1000;
    private static final long STOP_SECONDS = 30;

    /** A whiteboard: which channels there are changes while this runs. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<NoticeChannel> channels = List.of();

    private final UnitOfWork unitOfWork;
    private final RecallStore store;
    private final PartyStore parties;
    private final CaseLog log;
    private final ConsigneeSteps consignees;
    private final NoticeWriter writer;
    private final Clock clock;
    private final AtomicBoolean called = new AtomicBoolean();

    // by the worker only; the first failure of a row is logged
    private boolean isFailing;

    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "lottrace-recall-notices");
        thread.setDaemon(true);
        return thread;
    });

    /** @throws IllegalArgumentException if the configuration is wrong; the message names the property */
    @Activate
    public NoticeDispatch(
            @Reference UnitOfWork unitOfWork,
            @Reference RecallStore store,
            @Reference Ledger ledger,
            @Reference LedgerStore events,
            @Reference StockStore stock,
            @Reference PartyStore parties,
            @Reference LotStore lots,
            @Reference ItemStore items,
            @Reference SiteStore sites,
            @Reference SalesOrderStore orders,
            @Reference Clock clock,
            NoticeConfig config) {
        this(
                unitOfWork,
                store,
                parties,
                new CaseReading(events, parties, new OwnBalances(ledger, events, stock, items), clock),
                new NoticeWriter(events, lots, items, sites, orders),
                clock);
        if (config.look_seconds() < 1) {
            throw new IllegalArgumentException("look.seconds must be 1 or more, not " + config.look_seconds());
        }
        worker.scheduleWithFixedDelay(this::guarded, config.look_seconds(), config.look_seconds(), TimeUnit.SECONDS);
    }

    /** For tests: works when {@link #look} is called. */
    NoticeDispatch(
            UnitOfWork unitOfWork,
            RecallStore store,
            PartyStore parties,
            CaseReading reading,
            NoticeWriter writer,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.parties = parties;
        this.log = new CaseLog(unitOfWork, store, clock);
        this.consignees = new ConsigneeSteps(reading);
        this.writer = writer;
        this.clock = clock;
    }

    @Deactivate
    void stop() throws InterruptedException {
        worker.shutdown();
        if (!worker.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
            worker.shutdownNow();
        }
    }

    /** However many are queued at a time, one look is enough for all of them. */
    @Override
    public void noticesQueued() {
        if (called.compareAndSet(false, true)) {
            worker.execute(() -> {
                called.set(false);
                guarded();
            });
        }
    }

    /** For tests. */
    void channels(List<NoticeChannel> these) {
        channels = these;
    }

    private void guarded() {
        try {
            look();
            isFailing = false;
        } catch (RuntimeException e) {
            // the edge of the program: nothing is lost, what is queued stays queued
            if (!isFailing) {
                if (e instanceof StoreUnavailableException) { // its cause is told as an error already
                    LOG.warn("recall notices cannot be worked on; tried again at each look", e);
                } else {
                    LOG.error("recall notices cannot be worked on; tried again at each look", e);
                }
            }
            isFailing = true;
        }
    }

    /** Queues what is due, then tries everything that waits. A case of which nobody was told is not even read. */
    void look() {
        for (RecallCase open : unitOfWork.required(store::openWithNotices)) {
            if (open.opening().mode().isLive()) {
                followUp(open.id());
                unitOfWork.required(() -> store.find(open.id())).ifPresent(this::send);
            }
        }
    }

    private void followUp(RecallCaseId id) {
        unitOfWork.run(() -> record(id, recallCase -> consignees.retractions(recallCase)));
        unitOfWork.run(() -> record(id, recallCase -> consignees.followUps(recallCase)));
    }

    private void send(RecallCase recallCase) {
        for (NoticeState state : new NoticeHistory(recallCase).due(clock.instant())) {
            unitOfWork.required(() -> parties.find(state.notice().party())).ifPresent(party -> channel(party)
                    .ifPresent(channel -> send(recallCase, state, party, channel)));
        }
    }

    private Optional<NoticeChannel> channel(Party party) {
        return channels.stream()
                .filter(channel -> channel.reaches(party))
                .min(Comparator.comparingInt(NoticeChannel::preference)
                        .reversed()
                        .thenComparing(NoticeChannel::method));
    }

    private void send(RecallCase recallCase, NoticeState state, Party party, NoticeChannel channel) {
        NoticeAttempted attempt = attempt(recallCase, state, party, channel);
        unitOfWork.run(() -> record(recallCase.id(), known -> List.of(attempt)));
        LOG.info(
                "recall notice case={} key={} method={} sent={}",
                recallCase.id(),
                attempt.key(),
                attempt.method(),
                attempt.sent());
    }

    private NoticeAttempted attempt(RecallCase recallCase, NoticeState state, Party party, NoticeChannel channel) {
        try {
            String address = channel.send(
                    unitOfWork.required(() -> writer.write(recallCase, state.notice(), party, state.queuedAt())));
            return attempted(state, channel, true, address);
        } catch (RuntimeException e) {
            // the edge of the program: whatever a channel throws keeps no other consignee waiting, and is recorded
            LOG.warn("recall notice not sent key={}", state.notice().key(), e);
            return attempted(state, channel, false, String.valueOf(e.getMessage()));
        }
    }

    private static NoticeAttempted attempted(NoticeState state, NoticeChannel channel, boolean sent, String detail) {
        return new NoticeAttempted(
                state.notice().key(),
                state.notice().party(),
                channel.method(),
                sent,
                detail.substring(0, Math.min(detail.length(), DETAIL_LENGTH)));
    }

    /** Adds steps unless the case was closed meanwhile. */
    private void record(RecallCaseId id, Function<RecallCase, List<? extends RecallFact>> facts) {
        store.lock(id)
                .filter(recallCase -> !recallCase.isClosed())
                .ifPresent(recallCase -> log.append(recallCase, ACTOR, facts.apply(recallCase)));
    }
}
