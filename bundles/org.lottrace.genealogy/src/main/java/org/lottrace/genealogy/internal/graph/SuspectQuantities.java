package org.lottrace.genealogy.internal.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lottrace.api.genealogy.Seed;
import org.lottrace.api.genealogy.SuspectContent;
import org.lottrace.api.genealogy.TraceRequest;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.genealogy.internal.suspect.Fraction;

/**
 * The suspect goods in everything reached forward, for each unit in which seeds are measured. What happened is read from the
 * graph at once; {@link #follow} needs no graph.
 */
final class SuspectQuantities {
    private final LotGraph graph;
    private final List<SuspectReplay> replays;

    /** @throws IllegalArgumentException if a suspect quantity is not in the unit of its lot */
    SuspectQuantities(LotGraph graph, Tracing tracing, TraceRequest request) {
        this.graph = graph;
        Map<String, Map<Integer, SuspectSeed>> byUnit = new TreeMap<>();
        for (Seed seed : request.seeds()) {
            int lot = graph.lot(seed.lot());
            Optional<UnitOfMeasure> unit = lot < 0 ? Optional.empty() : unit(lot);
            unit.ifPresent(u -> byUnit.computeIfAbsent(u.code(), code -> new HashMap<>())
                    .put(lot, new SuspectSeed(stated(seed, u))));
        }
        replays = byUnit.entrySet().stream()
                .map(e -> new SuspectReplay(graph, tracing, new UnitOfMeasure(e.getKey()), e.getValue()))
                .toList();
    }

    /** Follows the goods, once, before the first question. */
    void follow() {
        replays.forEach(SuspectReplay::follow);
    }

    /** @return what is in a lot, once for each unit, by unit */
    List<SuspectContent> of(int lot) {
        return replays.stream().flatMap(replay -> replay.of(lot).stream()).toList();
    }

    private static Optional<Fraction> stated(Seed seed, UnitOfMeasure unit) {
        seed.suspect().filter(quantity -> !quantity.unit().equals(unit)).ifPresent(quantity -> {
            throw new IllegalArgumentException("lot " + seed.lot() + " is kept in " + unit + ": say how much of it is"
                    + " suspect in that unit, not " + quantity);
        });
        return seed.suspect().map(Fraction::of);
    }

    /** @return the unit in which the lot is kept: all that moves of it is measured in it */
    private Optional<UnitOfMeasure> unit(int lot) {
        UnitOfMeasure[] unit = new UnitOfMeasure[1];
        graph.crossings.each(
                lot,
                (columns, row) -> unit[0] =
                        graph.quantities.get(CrossingRow.quantity(columns, row)).unit());
        if (unit[0] == null) {
            graph.outputs.each(
                    lot,
                    (outputs, output) -> graph.inputs.eachWith(
                            outputs[0][output],
                            lot,
                            (columns, row) -> unit[0] = graph.quantities
                                    .get(EdgeRow.quantity(columns, row))
                                    .unit()));
        }
        return Optional.ofNullable(unit[0]);
    }
}
