package org.lottrace.genealogy.internal.graph;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.lottrace.api.code.Coded;
import org.lottrace.api.event.Edge;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.InForce;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.Round;
import org.lottrace.api.event.store.LedgerHead;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * Which lots became part of which, what crossed the border of the own stock, and what there is, as compact columns in
 * memory: what a trace needs, without a database. Fed with the events of the ledger one after the other.
 *
 * <p>An edge lies in the row of its input as one int, the output, and in the row of its output as three: input, quantity
 * and certainty, event. What else is known of an edge is found in the row of its output.
 *
 * <p>A crossing is a line between own stock and another place: four ints, event, place and direction, quantity, logistic
 * unit on the other side. What goes into a transformation is told by the edges; only what no edge tells is a crossing.
 *
 * <p>Laid over another graph it adds to it without changing it, for an answer that sees what is not committed. One thread
 * writes; who reads meanwhile needs a lock.
 *
 * <p>Over 250 lines, because the columns are its fields: what adds to them and what saves them is here, what asks is elsewhere.
 */
public final class LotGraph {
    /** Lots and edges that may be outside the base before it is worth building a new one. */
    private static final int SMALL = 20_000;

    final LotNames names;
    final Quantities quantities;
    final Terms<Place> places;
    final LongTerms containers;
    final EventTable events;
    final LotRows outputs;
    final LotRows inputs;
    final LotRows crossings;
    final StockTable stock;
    private LedgerHead head;

    /** Nothing. */
    public LotGraph() {
        names = new LotNames();
        quantities = new Quantities();
        places = new Terms<>();
        containers = new LongTerms();
        events = new EventTable();
        outputs = new LotRows(1, LotRows.Order.DISTINCT);
        inputs = new LotRows(EdgeRow.WIDTH, LotRows.Order.BY_FIRST_COLUMN);
        crossings = new LotRows(CrossingRow.WIDTH, LotRows.Order.AS_ADDED);
        stock = new StockTable(quantities);
        head = LedgerHead.EMPTY;
    }

    private LotGraph(LotGraph under) {
        names = under.names.over();
        quantities = under.quantities.over();
        places = under.places.over();
        containers = under.containers.over();
        events = under.events.over();
        outputs = under.outputs.over();
        inputs = under.inputs.over();
        crossings = under.crossings.over();
        stock = under.stock.over(quantities);
        head = under.head;
    }

    /** @return this graph with those of the events that are after its position; itself when there are none */
    public LotGraph with(List<RecordedEvent> later) {
        if (later.isEmpty() || later.get(later.size() - 1).position() <= head.position()) {
            return this;
        }
        LotGraph over = new LotGraph(this);
        later.stream().filter(event -> event.position() > head.position()).forEach(over::take);
        return over;
    }

    /**
     * Takes in the next event.
     *
     * @throws IllegalStateException if it is not the one after the {@link #head()}
     */
    public void take(RecordedEvent recorded) {
        if (recorded.position() != head.position() + 1) {
            throw new IllegalStateException(
                    "the graph ends at ledger position " + head.position() + " and cannot take " + recorded.position());
        }
        for (EventLine line : recorded.event().lines()) {
            addToStock(line, line.from(), line.quantity().negated());
            addToStock(line, line.to(), line.quantity());
        }
        InForce.reversedBy(recorded.event()).ifPresentOrElse(id -> reverse(id, recorded), () -> addFlows(recorded));
        head = new LedgerHead(recorded.position(), recorded.hash());
    }

    private void addFlows(RecordedEvent recorded) {
        int[] event = {-1};
        Map<LotKey, Quantity> told = new HashMap<>();
        List<Round.Share> shares = Round.shares(recorded.event());
        if (shares.isEmpty()) {
            recorded.event().edges().forEach(edge -> addEdge(edge, number(event, recorded)));
        }
        // An output that may be of several rounds is an event in each: what it shares there was drawn there.
        for (Round.Share share : shares) {
            Optional<Integer> production = find(share.production(), recorded);
            event[0] = events.add(recorded);
            production.ifPresent(first -> events.join(event[0], first));
            share.edges().forEach(edge -> addEdge(edge, event[0]));
        }
        recorded.event().edges().forEach(edge -> told.merge(edge.input(), edge.quantity(), Quantity::plus));
        for (EventLine line : recorded.event().lines()) {
            Optional<Quantity> untold = isCrossing(line) ? untold(line, told) : Optional.empty();
            untold.ifPresent(quantity -> addCrossing(line, quantity, number(event, recorded)));
        }
    }

    /** What it undoes is found in the rows of its lots; when it is in none, it moved nothing that is told here. */
    private void reverse(EventId id, RecordedEvent reversal) {
        List<Integer> reversed = findAll(id, reversal);
        if (!reversed.isEmpty()) {
            int by = events.add(reversal);
            reversed.forEach(event -> events.reverse(event, by));
        }
    }

    /** @return number of an event, found by way of the lots that another one shares with it */
    private Optional<Integer> find(EventId id, RecordedEvent other) {
        return findAll(id, other).stream().findFirst();
    }

    /** @return its numbers: one for each round that it may be of */
    private List<Integer> findAll(EventId id, RecordedEvent other) {
        SortedSet<Integer> candidates = new TreeSet<>();
        other.event().lines().forEach(line -> {
            int lot = names.find(line.lot());
            if (lot >= 0) {
                crossings.each(lot, (columns, row) -> candidates.add(CrossingRow.event(columns, row)));
            }
        });
        other.event().edges().forEach(edge -> {
            int output = names.find(edge.output());
            if (output >= 0) {
                inputs.each(output, (columns, row) -> candidates.add(EdgeRow.event(columns, row)));
            }
        });
        return candidates.stream().filter(event -> events.id(event).equals(id)).toList();
    }

    /** @return position and hash of the newest event it has taken in */
    public LedgerHead head() {
        return head;
    }

    /** @return number of lots that an edge or a crossing names, or that are or were in stock */
    public int lots() {
        return names.size();
    }

    /** @return number of the lot, or -1 when it is unknown */
    public int lot(LotKey key) {
        return names.find(key);
    }

    /** @return the lot with that number */
    public LotKey key(int lot) {
        return names.key(lot);
    }

    /**
     * Looks at every crossing and balance: some milliseconds for each million.
     *
     * @return the lots that were received, shipped or returned in that logistic unit, or are in stock in it
     */
    public List<LotKey> lotsIn(Sscc sscc) {
        int container = containers.find(Long.parseLong(sscc.value()), 0) + 1;
        List<LotKey> found = new ArrayList<>();
        for (int lot = 0; container > 0 && lot < lots(); lot++) {
            boolean[] isIn = {stock.isIn(lot, container)};
            crossings.each(
                    lot,
                    (columns, row) -> isIn[0] |= CrossingRow.container(columns, row) == container
                            && EdgeRule.ALL.counts(this, CrossingRow.event(columns, row)));
            if (isIn[0]) {
                found.add(key(lot));
            }
        }
        return found;
    }

    /** @return true when enough lies outside the base to build a new one */
    public boolean isWorthFolding() {
        return inputs.added() + crossings.added() > Math.max(SMALL, (inputs.inBase() + crossings.inBase()) / 8);
    }

    /**
     * Builds a base of everything. Others may read meanwhile.
     *
     * @return what puts it in place of the old one; nobody may read while it runs
     */
    public Runnable folded() {
        LotRows.Base newOutputs = outputs.folded(lots());
        LotRows.Base newInputs = inputs.folded(lots());
        LotRows.Base newCrossings = crossings.folded(lots());
        return () -> {
            outputs.replace(newOutputs);
            inputs.replace(newInputs);
            crossings.replace(newCrossings);
        };
    }

    /** @return how the memory is used */
    public MemoryUse memoryUse() {
        return new MemoryUse(
                inputs.inBase() + (long) inputs.added(),
                outputs.bytes() + inputs.bytes(),
                quantities.bytes(),
                names.bytes(),
                events.bytes(),
                crossings.bytes() + containers.bytes(),
                stock.bytes());
    }

    void save(SnapshotWriter out) throws IOException {
        names.save(out);
        quantities.save(out);
        places.save(out, place -> place.kind().code() + " " + place.code());
        containers.save(out);
        events.save(out);
        outputs.save(out);
        inputs.save(out);
        crossings.save(out);
        stock.save(out);
    }

    void load(SnapshotReader in, LedgerHead at) throws IOException {
        names.load(in);
        quantities.load(in);
        places.load(in, text -> {
            String[] parts = text.split(" ", 2);
            return Place.of(Coded.of(PlaceKind.class, parts[0]), parts[1]);
        });
        containers.load(in);
        events.load(in);
        outputs.load(in);
        inputs.load(in);
        crossings.load(in);
        stock.load(in);
        head = at;
    }

    /** @return the logistic unit with that number; 0 is none */
    Optional<Sscc> container(int container) {
        return container == 0 ? Optional.empty() : Optional.of(new Sscc(digits(containers.number(container - 1))));
    }

    /** {@code String.format("%018d", number)}, in a tenth of the time. */
    private static String digits(long number) {
        return Long.toString(1_000_000_000_000_000_000L + number).substring(1);
    }

    private int number(int[] event, RecordedEvent recorded) {
        if (event[0] < 0) {
            event[0] = events.add(recorded);
        }
        return event[0];
    }

    private void addEdge(Edge edge, int event) {
        int input = names.add(edge.input());
        int output = names.add(edge.output());
        boolean isInferred = edge.certainty() == Edge.Certainty.INFERRED;
        outputs.add(input, output);
        inputs.add(output, EdgeRow.of(input, quantities.add(edge.quantity()), isInferred, event));
    }

    private void addToStock(EventLine line, Position position, Quantity change) {
        if (position.place().kind().holdsStock()) {
            stock.add(names.add(line.lot()), places.add(position.place()), container(position), change);
        }
    }

    private static boolean isCrossing(EventLine line) {
        return line.from().place().kind().holdsStock()
                != line.to().place().kind().holdsStock();
    }

    /** @return what of the line no edge tells */
    private static Optional<Quantity> untold(EventLine line, Map<LotKey, Quantity> told) {
        Quantity known = told.get(line.lot());
        if (known == null || line.to().place().kind() != PlaceKind.TRANSFORMATION) {
            return Optional.of(line.quantity());
        }
        Quantity less = line.quantity().min(known);
        told.put(line.lot(), known.minus(less));
        return Optional.of(line.quantity().minus(less)).filter(Quantity::isPositive);
    }

    private void addCrossing(EventLine line, Quantity quantity, int event) {
        boolean isOut = line.from().place().kind().holdsStock();
        Position outside = isOut ? line.to() : line.from();
        crossings.add(
                names.add(line.lot()),
                CrossingRow.of(
                        event, places.add(outside.place()), isOut, quantities.add(quantity), container(outside)));
    }

    private int container(Position position) {
        return position.container()
                .map(sscc -> containers.add(Long.parseLong(sscc.value()), 0) + 1)
                .orElse(0);
    }
}
