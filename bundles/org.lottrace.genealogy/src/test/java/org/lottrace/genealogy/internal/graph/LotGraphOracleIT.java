package org.lottrace.genealogy.internal.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.event.EventType.PRODUCE;
import static org.lottrace.api.event.EventType.RECEIVE;
import static org.lottrace.api.event.EventType.SHIP;
import static org.lottrace.api.event.EventType.TRANSFER;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.Bakery.pallet;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Reversals.reversalOf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.lottrace.api.event.Edge;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.InForce;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.genealogy.Direction;
import org.lottrace.api.genealogy.Trace;
import org.lottrace.api.genealogy.TraceRequest;
import org.lottrace.api.genealogy.TraceStops;
import org.lottrace.api.lot.LotKey;
import org.lottrace.genealogy.internal.LedgerReplay;

/** Random ledgers, with loops, hubs, rework and edges stored more than once, against a replay. */
class LotGraphOracleIT {
    private static final int LOTS = 7;

    @Property(tries = 400, shrinking = ShrinkingMode.BOUNDED)
    void answers_what_a_replay_answers_whatever_is_in_base_delta_and_overlay(
            @ForAll("ledgers") List<RecordedEvent> ledger,
            @ForAll("requests") TraceRequest request,
            @ForAll @IntRange(max = 20) int inBase,
            @ForAll @IntRange(max = 20) int inDelta) {
        int base = Math.min(inBase, ledger.size());
        int delta = Math.min(base + inDelta, ledger.size());
        LotGraph graph = new LotGraph();
        ledger.subList(0, base).forEach(graph::take);
        graph.folded().run();
        ledger.subList(base, delta).forEach(graph::take);

        assertEquals(replay(ledger, request), answer(graph.with(ledger), request));
        assertEquals(replay(ledger.subList(0, delta), request), answer(graph, request));
    }

    @Property(tries = 200, shrinking = ShrinkingMode.BOUNDED)
    void as_of_the_past_answers_what_a_replay_up_to_then_answers(
            @ForAll("ledgers") List<RecordedEvent> ledger,
            @ForAll("requests") TraceRequest request,
            @ForAll @IntRange(max = 20) int position) {
        LotGraph graph = new LotGraph();
        ledger.forEach(graph::take);
        graph.folded().run();
        Trace then = replay(ledger, request.asOf(AsOf.position(position)));

        Trace now = LedgerReplay.comparable(new GraphTracer().trace(graph, request, Math.min(position, ledger.size())));

        assertEquals(then.lots(), now.lots());
        assertEquals(then.edges(), now.edges());
        assertEquals(then.handovers(), now.handovers());
    }

    /** What was reversed counts as never happened from the reversal on, and as happened before it. */
    @Property(tries = 300, shrinking = ShrinkingMode.BOUNDED)
    void what_was_reversed_never_happened(
            @ForAll("ledgersWithReversals") List<RecordedEvent> ledger,
            @ForAll("requests") TraceRequest request,
            @ForAll @IntRange(max = 20) int folded,
            @ForAll @IntRange(max = 30) int inGraph,
            @ForAll @IntRange(max = 30) int position) {
        LotGraph graph = new LotGraph();
        int base = Math.min(folded, ledger.size());
        int taken = Math.max(base, Math.min(inGraph, ledger.size()));
        ledger.subList(0, base).forEach(graph::take);
        graph.folded().run();
        ledger.subList(base, taken).forEach(graph::take);
        int known = Math.min(position, ledger.size());

        Trace expected = replay(InForce.of(ledger), request);
        Trace expectedThen = replay(InForce.of(ledger.subList(0, known)), request);
        Trace now = answer(graph.with(ledger), request);
        Trace then = LedgerReplay.comparable(new GraphTracer().trace(graph.with(ledger), request, known));

        assertEquals(expected.lots(), now.lots());
        assertEquals(expected.edges(), now.edges());
        assertEquals(expected.handovers(), now.handovers());
        assertEquals(expected.onHand(), now.onHand());
        assertEquals(expectedThen.lots(), then.lots());
        assertEquals(expectedThen.edges(), then.edges());
        assertEquals(expectedThen.handovers(), then.handovers());
    }

    /** odoo/odoo#94320: 67 deliveries or 1,393, depending on the place of the lot in the record set. */
    @Property(tries = 200, shrinking = ShrinkingMode.BOUNDED)
    void the_order_in_which_events_were_stored_changes_nothing(
            @ForAll("ledgers") List<RecordedEvent> ledger,
            @ForAll("requests") TraceRequest request,
            @ForAll long seed) {
        List<TraceEvent> events =
                new ArrayList<>(ledger.stream().map(RecordedEvent::event).toList());
        Collections.shuffle(events, new Random(seed));

        Trace one = answer(graph(ledger), request);
        Trace other = answer(graph(recorded(events)), request);

        assertEquals(one.lots(), other.lots());
        assertEquals(edges(one), edges(other));
        assertEquals(Set.copyOf(one.onHand()), Set.copyOf(other.onHand()));
    }

    private static LotGraph graph(List<RecordedEvent> ledger) {
        LotGraph graph = new LotGraph();
        ledger.forEach(graph::take);
        return graph;
    }

    private static Trace answer(LotGraph graph, TraceRequest request) {
        return LedgerReplay.comparable(
                new GraphTracer().trace(graph, request, graph.head().position()));
    }

    private static Trace replay(List<RecordedEvent> ledger, TraceRequest request) {
        Trace trace = new LedgerReplay(ledger, request).trace();
        return new Trace(
                request.asOf(AsOf.LATEST),
                trace.lots(),
                trace.edges(),
                trace.handovers(),
                trace.onHand(),
                trace.ledgerPosition());
    }

    private static Set<Edge> edges(Trace trace) {
        return trace.edges().stream().map(e -> e.edge()).collect(Collectors.toSet());
    }

    @Provide
    Arbitrary<List<RecordedEvent>> ledgers() {
        Arbitrary<Integer> lot = Arbitraries.integers().between(0, LOTS - 1);
        return Combinators.combine(
                        lot,
                        lot,
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(1, 3))
                .as(LotGraphOracleIT::event)
                .list()
                .ofMaxSize(20)
                .map(LotGraphOracleIT::recorded);
    }

    /** Some of the events, each with an id of its own, are reversed at the end, those with odd numbers first. */
    @Provide
    Arbitrary<List<RecordedEvent>> ledgersWithReversals() {
        return ledgers().flatMap(ledger -> Arbitraries.integers()
                .between(0, 19)
                .set()
                .ofMaxSize(6)
                .map(reversed -> withReversals(ledger, reversed)));
    }

    private static List<RecordedEvent> withReversals(List<RecordedEvent> ledger, Set<Integer> reversed) {
        List<TraceEvent> events = new ArrayList<>();
        for (RecordedEvent recorded : ledger) {
            events.add(renamed(recorded.event(), "e" + recorded.position()));
        }
        reversed.stream()
                .filter(index -> index < ledger.size())
                .sorted(Comparator.comparing((Integer index) -> index % 2 == 0).thenComparing(index -> index))
                .map(index -> reversalOf(events.get(index)))
                .toList()
                .forEach(events::add);
        return recorded(events);
    }

    private static TraceEvent renamed(TraceEvent event, String id) {
        return new TraceEvent(
                aContext(id).build(),
                event.type(),
                event.documents(),
                event.corrects(),
                event.lines(),
                event.edges(),
                event.dispositionChanges());
    }

    @Provide
    Arbitrary<TraceRequest> requests() {
        Arbitrary<Set<LotKey>> lots = Arbitraries.integers()
                .between(0, LOTS)
                .map(LotGraphOracleIT::lot)
                .set()
                .ofMaxSize(2);
        return Combinators.combine(
                        lots.filter(seeds -> !seeds.isEmpty()),
                        Arbitraries.of(Direction.class),
                        lots,
                        Arbitraries.integers().between(0, 8),
                        Arbitraries.of(true, false))
                .as((seeds, direction, stops, levels, knownOnly) -> TraceRequest.of(direction, seeds)
                        .stopping(new TraceStops(
                                stops, Set.of(), Set.of(), Optional.of(levels).filter(l -> l < 5), knownOnly)));
    }

    private static TraceEvent event(int lot, int other, int kind, int amount) {
        String kilograms = amount + " KGM";
        String id = lot + "-" + other + "-" + kind + "-" + amount;
        Position shelf = Position.at(in(SHELF));
        Position box = Position.at(in(SHELF), pallet(amount));
        switch (kind) {
            case 0:
                return anEvent(id, RECEIVE)
                        .moving(lot(lot), kilograms, Position.at(Place.party(MILL)), shelf)
                        .build();
            case 1:
                return anEvent(id, SHIP)
                        .moving(lot(lot), kilograms, box, Position.at(Place.party(MARKET), pallet(amount)))
                        .build();
            case 2:
                return anEvent(id, TRANSFER)
                        .moving(lot(lot), kilograms, shelf, box)
                        .build();
            default:
                return lot == other
                        ? anEvent(id, PRODUCE)
                                .moving(lot(lot), kilograms, shelf, Position.at(Place.disposal(BERLIN)))
                                .build()
                        : made(id, lot(lot), lot(other), kilograms, kind == 3);
        }
    }

    private static TraceEvent made(String id, LotKey output, LotKey input, String kilograms, boolean inferred) {
        TraceEvent event = anEvent(id, PRODUCE)
                .moving(input, kilograms, in(SHELF), Place.transformation(BERLIN))
                .with(new EventLine(
                        output,
                        Position.at(Place.transformation(BERLIN)),
                        Position.at(in(SHELF)),
                        quantity(kilograms),
                        quantity(kilograms),
                        Optional.empty()))
                .build();
        Edge edge =
                new Edge(input, output, quantity(kilograms), inferred ? Edge.Certainty.INFERRED : Edge.Certainty.KNOWN);
        return new TraceEvent(
                event.context(),
                event.type(),
                event.documents(),
                event.corrects(),
                event.lines(),
                List.of(edge),
                List.of());
    }

    private static List<RecordedEvent> recorded(List<TraceEvent> events) {
        return IntStream.range(0, events.size())
                .mapToObj(i -> new RecordedEvent(events.get(i), i + 1, Bakery.NOW, "0".repeat(64)))
                .toList();
    }

    private static LotKey lot(int number) {
        return aLot("L" + number).key();
    }
}
