package org.lottrace.movement.capture.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lottrace.api.event.Edge;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.lot.LotKey;

/**
 * One round of a production order: what was consumed together, and what was told to have come out of it.
 *
 * @param production the one that took the inputs; absent when they still lie in the order
 * @param inputs what it took
 * @param events of its outputs so far
 * @param made how much came out of each lot that shares the inputs; of a lot that may be of several rounds its part
 * @param uncertain lots that may be of another round
 */
record ToldRound(
        Optional<EventId> production,
        List<StockBalance> inputs,
        Set<EventId> events,
        SortedMap<LotKey, BigDecimal> made,
        Set<LotKey> uncertain) {

    /**
     * Outputs that may be of several rounds are of each by how much came out of it before.
     *
     * @return the rounds with these outputs, too
     */
    static List<ToldRound> sharing(List<ToldRound> rounds, SortedMap<LotKey, BigDecimal> outputs) {
        BigDecimal all = rounds.stream().map(ToldRound::total).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<ToldRound> with = new ArrayList<>();
        for (ToldRound round : rounds) {
            SortedMap<LotKey, BigDecimal> made = new TreeMap<>(round.made());
            Set<LotKey> uncertain = new HashSet<>(round.uncertain());
            outputs.forEach((lot, amount) -> {
                made.merge(
                        lot,
                        rounds.size() == 1
                                ? amount
                                : amount.multiply(round.total()).divide(all, MathContext.DECIMAL64),
                        BigDecimal::add);
                if (rounds.size() > 1 && !round.made().containsKey(lot)) {
                    uncertain.add(lot);
                }
            });
            with.add(new ToldRound(round.production(), round.inputs(), round.events(), made, uncertain));
        }
        return with;
    }

    private BigDecimal total() {
        return made.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** @param concluded inputs of which nobody knows that they went in */
    List<Edge> edges(Set<LotKey> concluded) {
        SharedInputs shares = new SharedInputs(made);
        return inputs.stream()
                .flatMap(input -> shares.of(input, Edge.Certainty.KNOWN).stream())
                .map(edge -> concluded.contains(edge.input()) || uncertain.contains(edge.output())
                        ? new Edge(edge.input(), edge.output(), edge.quantity(), Edge.Certainty.INFERRED)
                        : edge)
                .toList();
    }
}
