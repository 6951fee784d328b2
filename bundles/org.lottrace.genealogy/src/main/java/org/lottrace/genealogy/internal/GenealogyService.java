package org.lottrace.genealogy.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.lottrace.api.allocation.store.SalesOrderStore;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.store.CustodyStore;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.genealogy.ChainOfCustody;
import org.lottrace.api.genealogy.CustodyStep;
import org.lottrace.api.genealogy.Direction;
import org.lottrace.api.genealogy.Genealogy;
import org.lottrace.api.genealogy.Trace;
import org.lottrace.api.genealogy.TraceRequest;
import org.lottrace.api.genealogy.TraceStops;
import org.lottrace.api.genealogy.Whereabouts;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.movement.store.ExpectedReceiptStore;
import org.lottrace.api.operation.WrongQuestionException;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.genealogy.internal.graph.GraphTracer;
import org.lottrace.genealogy.internal.graph.LotGraph;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Traces over the graph in memory. What the ledger has and the graph has not yet, or what this unit of work has appended
 * and not committed, is laid over the graph for one answer and forgotten.
 */
@Component
public final class GenealogyService implements Genealogy {
    static final String PID = "org.lottrace.genealogy";

    private final UnitOfWork unitOfWork;
    private final LedgerStore ledger;
    private final CustodyStore custody;
    private final WhereaboutsReading whereabouts;
    private final GraphFeed feed;
    private final GraphTracer tracer = new GraphTracer();

    @Activate
    public GenealogyService(
            @Reference UnitOfWork unitOfWork,
            @Reference LedgerStore ledger,
            @Reference CustodyStore custody,
            @Reference SalesOrderStore orders,
            @Reference ExpectedReceiptStore receipts,
            @Reference SiteStore sites,
            @Reference GraphFeed feed,
            @Reference Clock clock) {
        this.unitOfWork = unitOfWork;
        this.ledger = ledger;
        this.custody = custody;
        this.whereabouts = new WhereaboutsReading(custody, ledger, orders, receipts, sites, clock);
        this.feed = feed;
    }

    @Override
    public Trace trace(TraceRequest request) {
        return trace(request, this::withPastStock);
    }

    /** As {@link #trace}; whether there is stock in it is left open. */
    private Trace withoutPastStock(TraceRequest request) {
        return trace(request, trace -> trace);
    }

    private Trace trace(TraceRequest request, UnaryOperator<Trace> ofThePast) {
        long inGraph = feed.read(graph -> graph.head().position());
        return unitOfWork.required(() -> {
            List<RecordedEvent> later = eventsAfter(inGraph);
            long limit = limit(request.asOf());
            Answer answer = feed.read(graph -> answer(graph.with(later), request, limit));
            Trace trace = answer.trace().get();
            return ShownPart.of(answer.isNow() ? trace : ofThePast.apply(trace));
        });
    }

    @Override
    public List<Whereabouts> whereabouts(Collection<LotKey> lots, AsOf asOf) {
        return lots.isEmpty()
                ? List.of()
                : unitOfWork.required(() -> whereabouts.of(trace(TraceRequest.of(Direction.FORWARD, lots)
                        .asOf(asOf)
                        .stopping(TraceStops.NONE.afterLevels(0))
                        .withoutEdges())));
    }

    @Override
    public ChainOfCustody custody(LotKey lot, AsOf asOf) {
        return unitOfWork.required(() -> custodyReading().of(lot, asOf));
    }

    @Override
    public List<CustodyStep> steps(LotKey lot, AsOf asOf, Optional<Long> before, int limit) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw new WrongQuestionException(
                    "a page has the steps of 1 to " + LONGEST_PAGE + " events, not of " + limit);
        }
        return unitOfWork.required(
                () -> custody.newestSteps(lot, before.orElse(Long.MAX_VALUE), limit(asOf), asOf.happenedBy(), limit));
    }

    @Override
    public ChainOfCustody custody(Sscc container, AsOf asOf) {
        long inGraph = feed.read(graph -> graph.head().position());
        return unitOfWork.required(() -> {
            List<RecordedEvent> later = eventsAfter(inGraph);
            List<LotKey> lots = feed.read(graph -> graph.with(later).lotsIn(container));
            return custodyReading().of(container, lots, asOf);
        });
    }

    private CustodyReading custodyReading() {
        return new CustodyReading(custody, ledger, whereabouts, this::trace, this::withoutPastStock);
    }

    /** An answer that needs the graph no more, and whether the stock in it is the one that was asked for. */
    private record Answer(Supplier<Trace> trace, boolean isNow) {}

    private Answer answer(LotGraph graph, TraceRequest request, long limit) {
        long position = Math.min(limit, graph.head().position());
        return new Answer(tracer.read(graph, request, position), GraphTracer.isNow(graph, request, position));
    }

    private Trace withPastStock(Trace trace) {
        return new Trace(
                trace.request(),
                trace.lots(),
                trace.edges(),
                trace.handovers(),
                new PastStock(custody)
                        .of(
                                trace.lotKeys(),
                                trace.ledgerPosition(),
                                trace.request().asOf()),
                trace.ledgerPosition());
    }

    /** @return what this unit of work sees now and the graph has not; who waited for the end of a busy ledger would wait for ever */
    private List<RecordedEvent> eventsAfter(long position) {
        long head = ledger.head().position();
        List<RecordedEvent> events = new ArrayList<>();
        long reached = position;
        while (reached < head) {
            events.addAll(ledger.after(reached, (int) Math.min(LedgerStore.PAGE, head - reached)));
            reached = events.get(events.size() - 1).position();
        }
        return events;
    }

    private long limit(AsOf asOf) {
        long position = asOf.position().orElse(Long.MAX_VALUE);
        return asOf.knownAt()
                .map(instant -> Math.min(position, ledger.lastRecordedBy(instant)))
                .orElse(position);
    }
}
