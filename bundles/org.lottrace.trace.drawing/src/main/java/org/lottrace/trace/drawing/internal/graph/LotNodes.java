package org.lottrace.trace.drawing.internal.graph;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lottrace.api.event.Edge;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.genealogy.Handover;
import org.lottrace.api.genealogy.Seed;
import org.lottrace.api.genealogy.SuspectContent;
import org.lottrace.api.genealogy.Trace;
import org.lottrace.api.genealogy.TracedEdge;
import org.lottrace.api.genealogy.TracedLot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.trace.drawing.LotNode;
import org.lottrace.trace.drawing.LotState;
import org.lottrace.trace.drawing.Stage;
import org.lottrace.trace.drawing.TraceFacts;

/** The lots of a trace; also those that a filter hides, where a shown edge ends at one: a line must end somewhere. */
final class LotNodes {
    private final TraceFacts facts;
    private final Map<LotKey, List<SuspectContent>> contents;
    private final Map<LotKey, Sums> onHand = new HashMap<>();
    private final Set<LotKey> seeds;
    private final Set<LotKey> inputs = new HashSet<>();
    private final Set<LotKey> outputs = new HashSet<>();
    private final SortedSet<LotKey> all = new TreeSet<>();

    LotNodes(Trace trace, TraceFacts facts) {
        this.facts = facts;
        contents = trace.lots().stream()
                .collect(Collectors.toMap(TracedLot::lot, TracedLot::suspect, (first, same) -> first));
        seeds = trace.request().seeds().stream().map(Seed::lot).collect(Collectors.toSet());
        for (TracedEdge traced : trace.edges()) {
            Edge edge = traced.edge();
            inputs.add(edge.input());
            outputs.add(edge.output());
        }
        for (StockBalance balance : trace.onHand()) {
            onHand.computeIfAbsent(balance.lot(), lot -> new Sums()).add(balance.quantity());
        }
        all.addAll(trace.lotKeys());
        all.addAll(inputs);
        all.addAll(outputs);
        trace.handovers().stream().map(Handover::lot).forEach(all::add);
    }

    Collection<LotNode> nodes() {
        return all.stream().map(this::node).toList();
    }

    private LotNode node(LotKey lot) {
        return new LotNode(
                lot,
                facts.numbers().getOrDefault(lot, lot.number()),
                facts.description(lot.item()),
                facts.stage(lot.item()).orElseGet(() -> stageByPlace(lot)),
                facts.states().getOrDefault(lot, LotState.UNKNOWN),
                seeds.contains(lot),
                contents.getOrDefault(lot, List.of()),
                onHand.getOrDefault(lot, new Sums()).list());
    }

    /** Of an unknown item: what nothing went into is raw, what went into nothing is finished. */
    private Stage stageByPlace(LotKey lot) {
        if (!outputs.contains(lot)) {
            return Stage.RAW;
        }
        return inputs.contains(lot) ? Stage.INTERMEDIATE : Stage.FINISHED;
    }
}
