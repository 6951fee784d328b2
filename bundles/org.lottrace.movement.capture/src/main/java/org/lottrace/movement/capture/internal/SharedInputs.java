package org.lottrace.movement.capture.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lottrace.api.event.Edge;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * Which part of an input became part of which output: by the amounts of the outputs in their base units. What does not divide
 * goes to the largest remainders, so that nothing is lost.
 */
final class SharedInputs {
    /** As fine as quantities are kept. */
    private static final int SCALE = 6;

    private final SortedMap<LotKey, BigDecimal> amounts;

    private record Share(LotKey output, BigDecimal floor, BigDecimal remainder) {}

    /** @param amounts of each output lot, more than zero */
    SharedInputs(SortedMap<LotKey, BigDecimal> amounts) {
        this.amounts = amounts;
    }

    /** @return together all of the input; an output whose part is too small to be written has no edge */
    List<Edge> of(StockBalance input, Edge.Certainty certainty) {
        List<Edge> edges = new ArrayList<>();
        split(input.quantity()).forEach((output, part) -> edges.add(new Edge(input.lot(), output, part, certainty)));
        return edges;
    }

    /** @return together all of the quantity; who gets too little to be written is left out */
    SortedMap<LotKey, Quantity> split(Quantity quantity) {
        BigDecimal all = amounts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal units = quantity.amount().movePointRight(SCALE).setScale(0, RoundingMode.UNNECESSARY);
        List<Share> shares = new ArrayList<>();
        BigDecimal left = units;
        for (Map.Entry<LotKey, BigDecimal> output : amounts.entrySet()) {
            BigDecimal[] share = units.multiply(output.getValue()).divideAndRemainder(all);
            shares.add(new Share(output.getKey(), share[0], share[1]));
            left = left.subtract(share[0]);
        }
        shares.sort(Comparator.comparing(Share::remainder).reversed().thenComparing(Share::output));
        SortedMap<LotKey, Quantity> parts = new TreeMap<>();
        for (Share share : shares) {
            BigDecimal more = left.signum() > 0 ? BigDecimal.ONE : BigDecimal.ZERO;
            left = left.subtract(more);
            Quantity part = new Quantity(share.floor().add(more).movePointLeft(SCALE), quantity.unit());
            if (part.isPositive()) {
                parts.put(share.output(), part);
            }
        }
        return parts;
    }
}
