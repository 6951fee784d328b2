package org.lottrace.genealogy.internal.graph;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.event.Edge;
import org.lottrace.api.event.EventType;
import org.lottrace.api.genealogy.TracedEdge;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;

/** What part an edge is of the lots at its ends. */
final class EdgeShares {
    private static final int DECIMALS = 6;

    private final LotGraph graph;
    private final EdgeRule rule;
    private final Map<Integer, BigDecimal> entered = new HashMap<>();
    private final Map<Integer, Map<UnitOfMeasure, BigDecimal>> used = new HashMap<>();

    EdgeShares(LotGraph graph, EdgeRule rule) {
        this.graph = graph;
        this.rule = rule;
    }

    /** @param row of the output */
    TracedEdge edge(int[][] columns, int row, LotKey input, int output, LotKey outputKey) {
        int event = EdgeRow.event(columns, row);
        Quantity amount = graph.quantities.get(EdgeRow.quantity(columns, row));
        Edge.Certainty certainty = EdgeRow.isInferred(columns, row) ? Edge.Certainty.INFERRED : Edge.Certainty.KNOWN;
        BigDecimal ofInput = entered.computeIfAbsent(EdgeRow.input(columns, row), this::entered);
        BigDecimal ofOutput = used.computeIfAbsent(output, this::used).get(amount.unit());
        return new TracedEdge(
                graph.events.id(event),
                graph.events.position(event),
                graph.events.effective(event),
                graph.events.site(event),
                new Edge(input, outputKey, amount, certainty),
                Optional.of(ofInput).filter(all -> all.signum() > 0).map(all -> share(amount, all)),
                Optional.of(share(amount, ofOutput)));
    }

    /** What came back was there before: a return is not counted again. */
    private BigDecimal entered(int lot) {
        BigDecimal[] sum = {BigDecimal.ZERO};
        graph.crossings.each(lot, (columns, row) -> {
            int event = CrossingRow.event(columns, row);
            if (!CrossingRow.isOut(columns, row)
                    && rule.counts(graph, event)
                    && graph.events.type(event) != EventType.RETURN) {
                sum[0] = sum[0].add(
                        graph.quantities.get(CrossingRow.quantity(columns, row)).amount());
            }
        });
        return sum[0];
    }

    private Map<UnitOfMeasure, BigDecimal> used(int output) {
        Map<UnitOfMeasure, BigDecimal> sums = new HashMap<>();
        graph.inputs.each(output, (columns, row) -> {
            if (rule.counts(graph, columns, row)) {
                Quantity quantity = graph.quantities.get(EdgeRow.quantity(columns, row));
                sums.merge(quantity.unit(), quantity.amount(), BigDecimal::add);
            }
        });
        return sums;
    }

    private static BigDecimal share(Quantity part, BigDecimal all) {
        return part.amount().divide(all, DECIMALS, RoundingMode.HALF_EVEN);
    }
}
