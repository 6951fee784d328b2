package org.lottrace.genealogy.internal.graph;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.lottrace.api.genealogy.Seed;
import org.lottrace.api.genealogy.SuspectContent;
import org.lottrace.api.genealogy.TraceRequest;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.genealogy.internal.suspect.Scale;

/**
 * The suspect goods in everything reached forward, for each unit in which seeds are measured. First {@link #read}, which needs
 * the graph, then {@link #follow}, which does not.
 *
 * <p>The numbers are exact when there is a scale on which nothing has to be rounded. It is looked for as long as that costs
 * little: a replay stops at the first number that is rounded and begins again on a scale that keeps it exact.
 */
final class SuspectQuantities {
    /** What all replays that look for a scale may replay together. */
    private static final int WORK = 200_000;

    private final LotGraph graph;
    private final Tracing tracing;
    /** By unit, how much of each seed is suspect, by its number in the graph. */
    private final Map<String, Map<Integer, Optional<BigInteger>>> stated = new TreeMap<>();

    private final Map<String, Integer> units = new HashMap<>();
    private History history;
    /** For each writer and unit. */
    private List<List<SuspectShown>> shown = List.of();

    /** @throws IllegalArgumentException if a suspect quantity is not in the unit of its lot */
    SuspectQuantities(LotGraph graph, Tracing tracing, TraceRequest request) {
        this.graph = graph;
        this.tracing = tracing;
        for (Seed seed : request.seeds()) {
            int lot = graph.lot(seed.lot());
            Optional<Integer> measured = lot < 0 ? Optional.empty() : unit(graph, lot);
            measured.ifPresent(quantity -> {
                UnitOfMeasure unit = graph.quantities.get(quantity).unit();
                Optional<BigInteger> suspect = stated(seed, unit);
                if (tracing.forward.contains(lot)) {
                    units.put(unit.code(), graph.quantities.unit(quantity));
                    stated.computeIfAbsent(unit.code(), code -> new HashMap<>()).put(lot, suspect);
                }
            });
        }
    }

    /** Reads what happened, once. */
    void read() {
        history = new History(graph, tracing);
    }

    /**
     * Follows the goods, once, before the first question.
     *
     * @param writers how many threads will ask
     */
    void follow(int writers) {
        History.Order order = history.inOrder();
        int mostDraws = history.mostDraws(order);
        Map<String, SuspectGoods> goods = new TreeMap<>();
        stated.forEach((unit, suspect) ->
                goods.put(unit, followed(order, mostDraws, units.get(unit), byRank(suspect), writers)));
        shown = IntStream.range(0, writers)
                .mapToObj(writer -> goods.entrySet().stream()
                        .map(e -> new SuspectShown(history, e.getValue(), new UnitOfMeasure(e.getKey())))
                        .toList())
                .toList();
    }

    private Map<Integer, Optional<BigInteger>> byRank(Map<Integer, Optional<BigInteger>> suspect) {
        Map<Integer, Optional<BigInteger>> byRank = new HashMap<>();
        suspect.forEach((lot, quantity) -> byRank.put(history.lotOf(lot), quantity));
        return byRank;
    }

    /**
     * @param writer from 0; no two threads are the same
     * @return what is in a lot, once for each unit, by unit
     */
    List<SuspectContent> of(int lot, int writer) {
        int reached = history.lotOf(lot);
        return reached == History.ELSEWHERE ? List.of() : contents(reached, shown.get(writer));
    }

    private static List<SuspectContent> contents(int lot, List<SuspectShown> units) {
        if (units.size() == 1) {
            return units.get(0).of(lot).map(List::of).orElse(List.of());
        }
        return units.stream().flatMap(goods -> goods.of(lot).stream()).toList();
    }

    private SuspectGoods followed(
            History.Order order, int mostDraws, int unit, Map<Integer, Optional<BigInteger>> suspect, int writers) {
        Optional<Scale> scale = Optional.of(Scale.of(largest(suspect)));
        SuspectGoods goods = null;
        for (int left = WORK; scale.isPresent(); left -= history.rows()) {
            goods = new SuspectGoods(
                    history, SuspectReplay.spare(mostDraws) + writers * SuspectShown.SPARE, unit, suspect, scale.get());
            scale = new SuspectReplay(history, order, mostDraws, goods).follow(left > history.rows());
        }
        return goods;
    }

    /** @return more than any number can be: a lot gets in each row at most all that there ever was */
    private BigInteger largest(Map<Integer, Optional<BigInteger>> suspect) {
        BigInteger all =
                suspect.values().stream().flatMap(Optional::stream).reduce(history.amounts.sum(), BigInteger::add);
        return all.multiply(BigInteger.valueOf(history.rows() + 2L));
    }

    private static Optional<BigInteger> stated(Seed seed, UnitOfMeasure unit) {
        seed.suspect().filter(quantity -> !quantity.unit().equals(unit)).ifPresent(quantity -> {
            throw new IllegalArgumentException("lot " + seed.lot() + " is kept in " + unit + ": say how much of it is"
                    + " suspect in that unit, not " + quantity);
        });
        return seed.suspect()
                .map(quantity ->
                        quantity.amount().movePointRight(Quantity.MAXIMUM_SCALE).toBigIntegerExact());
    }

    /** @return a quantity in the unit in which the lot is kept: all that moves of it is measured in it */
    static Optional<Integer> unit(LotGraph graph, int lot) {
        Integer[] unit = new Integer[1];
        graph.crossings.each(lot, (columns, row) -> unit[0] = CrossingRow.quantity(columns, row));
        if (unit[0] == null) {
            graph.outputs.each(
                    lot,
                    (outputs, output) -> graph.inputs.eachWith(
                            outputs[0][output], lot, (columns, row) -> unit[0] = EdgeRow.quantity(columns, row)));
        }
        return Optional.ofNullable(unit[0]);
    }
}
