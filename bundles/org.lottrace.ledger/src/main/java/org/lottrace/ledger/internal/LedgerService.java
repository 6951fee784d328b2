package org.lottrace.ledger.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.lottrace.api.allocation.store.ReservationStore;
import org.lottrace.api.event.ChainAnchor;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.EventFilter;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.NewestEvents;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.VerifiedChain;
import org.lottrace.api.event.store.DispositionStore;
import org.lottrace.api.event.store.LedgerHead;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.event.store.StockStore;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.operation.WrongQuestionException;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.lottrace.ledger.internal.follow.LedgerGrowth;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The only writer of events, stock and dispositions. */
@Component(service = Ledger.class)
public final class LedgerService implements Ledger {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerService.class);
    private static final String EVENT_ID_REUSED = "EVENT_ID_REUSED";

    private final UnitOfWork unitOfWork;
    private final LedgerStore events;
    private final StockStore stock;
    private final ReservationStore reservations;
    private final DispositionChanges decisions;
    private final EventChecks checks;
    private final LedgerGrowth growth;
    private final ChainCheck chain;
    private final VerifiedLedger verified;
    private final SealChain seals;
    private final Clock clock;

    @Activate
    public LedgerService(
            @Reference UnitOfWork unitOfWork,
            @Reference LedgerStore events,
            @Reference StockStore stock,
            @Reference ReservationStore reservations,
            @Reference DispositionStore dispositions,
            @Reference LotStore lots,
            @Reference ItemStore items,
            @Reference LedgerGrowth growth,
            @Reference VerifiedLedger verified,
            @Reference SealChain seals,
            @Reference Clock clock) {
        this.unitOfWork = unitOfWork;
        this.events = events;
        this.stock = stock;
        this.reservations = reservations;
        this.decisions = new DispositionChanges(events, dispositions);
        this.checks = new EventChecks(lots, items);
        this.growth = growth;
        this.chain = new ChainCheck(unitOfWork, events);
        this.verified = verified;
        this.seals = seals;
        this.clock = clock;
    }

    @Override
    public Outcome<RecordedEvent> append(TraceEvent event) {
        return unitOfWork.required(() -> known(event).orElseGet(() -> appendNew(event)));
    }

    @Override
    public Outcome<RecordedEvent> appendNew(TraceEvent event) {
        return unitOfWork.required(() -> {
            List<Violation> violations = checks.violations(event);
            return violations.isEmpty() ? appendUnderLock(event) : new Outcome.Refused<>(violations);
        });
    }

    @Override
    public Optional<RecordedEvent> find(EventId id) {
        return unitOfWork.required(() -> events.find(id));
    }

    @Override
    public List<RecordedEvent> byDocument(DocumentReference document) {
        return unitOfWork.required(() -> events.byDocument(document));
    }

    @Override
    public List<RecordedEvent> after(long position, int limit) {
        return unitOfWork.required(() -> events.after(position, limit));
    }

    @Override
    public NewestEvents newest(EventFilter filter, Optional<Long> before, int limit) {
        if (limit < 1 || limit > LedgerStore.PAGE) {
            throw new WrongQuestionException("1 to " + LedgerStore.PAGE + " events are read at a time, not " + limit);
        }
        return unitOfWork.required(
                () -> events.newest(filter, before.orElseGet(() -> events.head().position() + 1), limit));
    }

    @Override
    public long head() {
        return unitOfWork.required(events::head).position();
    }

    @Override
    public long lockHead() {
        return events.lockHead().position();
    }

    @Override
    public void lockFor(Collection<EventId> ids, Collection<LotKey> lots, Instant earliest) {
        stock.lock(lots);
        events.lockHead();
        events.find(ids);
        reservations.sumsOf(lots);
        events.linesAfter(lots, earliest.minus(1, ChronoUnit.MICROS));
    }

    @Override
    public Optional<Long> firstBrokenPosition() {
        return verified.verifyAll();
    }

    @Override
    public Optional<Long> firstBrokenPositionAfter(long position) {
        return chain.firstBrokenPositionAfter(position);
    }

    @Override
    public VerifiedChain verified() {
        return verified.state();
    }

    @Override
    public VerifiedChain verifyOn(Collection<Long> positions) {
        return verified.verify(positions);
    }

    /**
     * The same event may have been recorded while this one waited for the locks. Then its id is taken, and the unit of work runs
     * again and finds it; what is refused looks for it here.
     */
    private Outcome<RecordedEvent> appendUnderLock(TraceEvent event) {
        SortedSet<LotKey> lots = EventChecks.movedLots(event);
        StockChange change = new StockChange(event.lines(), lots.isEmpty() ? List.of() : stock.lock(lots));
        Optional<Anchored> ahead = lots.isEmpty() && !event.dispositionChanges().isEmpty()
                ? Optional.of(writeAhead(event))
                : Optional.empty();
        LedgerHead head = events.lockHead();
        List<Violation> violations = lots.isEmpty() ? List.of() : change.violations(reservations.sumsOf(lots));
        if (!violations.isEmpty()) {
            return known(event).orElseGet(() -> new Outcome.Refused<>(violations));
        }
        Outcome<RecordedEvent> recorded = record(ahead.orElseGet(() -> begin(event)), head);
        stock.save(change.balances());
        if (ahead.isEmpty()) {
            decisions.follow(event);
        }
        return recorded;
    }

    /**
     * Nothing under the head can refuse what only sets dispositions. Of a recall they are many: they are written, and hashed, before
     * the head is locked, so that nobody waits for them.
     */
    private Anchored writeAhead(TraceEvent event) {
        events.writeDispositions(event);
        decisions.follow(event);
        return begin(event);
    }

    /** An event with the anchor that it alone carries, and its hash up to its place. */
    private record Anchored(HashChain.Begun event, Optional<ChainAnchor> anchor) {}

    private Anchored begin(TraceEvent event) {
        Optional<ChainAnchor> anchor = seals.newAnchor();
        return new Anchored(
                new HashChain.Begun(event.anchoring(
                        Stream.concat(event.anchors().stream(), anchor.stream()).toList())),
                anchor);
    }

    private Optional<Outcome<RecordedEvent>> known(TraceEvent event) {
        return events.find(event.id()).map(recorded -> {
            if (recorded.event().anchoring(event.anchors()).equals(event)) {
                return new Outcome.AlreadyDone<>(recorded);
            }
            return new Outcome.Refused<>(List.of(new Violation(
                    EVENT_ID_REUSED,
                    "id",
                    "event " + event.id() + " is recorded with other content: give a new event a new id")));
        });
    }

    private Outcome<RecordedEvent> record(Anchored begun, LedgerHead head) {
        RecordedEvent appended =
                HashChain.append(head, begun.event(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        events.append(appended);
        unitOfWork.afterCommit(growth::ledgerGrew);
        unitOfWork.afterCommit(() -> begun.anchor().ifPresent(seals::anchored));
        LOG.info(
                "event recorded position={} type={} id={}",
                appended.position(),
                appended.event().type(),
                appended.event().id());
        return new Outcome.Done<>(appended);
    }
}
