package org.lottrace.cost.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.event.Edge;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * Goods on consignment that are split, merged or relabelled are not used: they lie here in another lot. What is ours goes first, along the
 * edges in their order. Where another item comes out, they become ours before.
 */
final class ConsignedMove {
    private final ConsignedUse consigned;
    private final Posting posting;
    private final Map<LotKey, Quantity> gone = new HashMap<>();
    private final Map<LotKey, Quantity> came = new HashMap<>();
    private final List<Edge> ours = new ArrayList<>();

    private ConsignedMove(ConsignedUse consigned, Posting posting) {
        this.consigned = consigned;
        this.posting = posting;
    }

    /** @param taken what was taken of each lot */
    static ConsignedMove of(TraceEvent event, Map<LotKey, Quantity> taken, ConsignedUse consigned, Posting posting) {
        ConsignedMove move = new ConsignedMove(consigned, posting);
        taken.forEach((lot, quantity) -> {
            boolean becomesOther = event.edges().stream()
                    .anyMatch(edge ->
                            edge.input().equals(lot) && !edge.output().item().equals(lot.item()));
            if (becomesOther) {
                consigned.cover(lot, quantity, posting);
            }
        });
        taken.forEach((lot, quantity) -> move.move(
                event.edges().stream().filter(edge -> edge.input().equals(lot)).toList(), lot, quantity));
        event.edges().stream().filter(edge -> !taken.containsKey(edge.input())).forEach(move.ours::add);
        return move;
    }

    /** @return the edges of what is ours */
    List<Edge> ours() {
        return ours;
    }

    /** @return what of that is ours */
    Quantity oursOfTaken(LotKey lot, Quantity taken) {
        return gone.containsKey(lot) ? taken.minus(gone.get(lot)) : taken;
    }

    /** @return what of that is ours */
    Quantity oursOfOutput(LotKey lot, Quantity output) {
        return came.containsKey(lot) ? output.minus(came.get(lot)) : output;
    }

    private void move(List<Edge> edges, LotKey lot, Quantity taken) {
        Quantity own = posting.onStock(lot, taken.unit()).left().quantity();
        Quantity missing = taken.minus(own);
        Deque<ConsignedLot.Part> parts = new ArrayDeque<>(
                missing.isPositive() ? consigned.of(lot, missing, posting).use(missing) : List.of());
        for (Edge edge : edges) {
            Quantity theirs = edge.quantity().minus(edge.quantity().min(own));
            own = own.minus(edge.quantity().min(own));
            Quantity moved = moved(edge, theirs, parts);
            Quantity rest = edge.quantity().minus(moved);
            if (rest.isPositive()) {
                ours.add(new Edge(edge.input(), edge.output(), rest, edge.certainty()));
            }
        }
    }

    /** @return how much of it there was to move */
    private Quantity moved(Edge edge, Quantity wanted, Deque<ConsignedLot.Part> parts) {
        Quantity more = wanted;
        while (more.isPositive() && !parts.isEmpty()) {
            ConsignedLot.Part part = parts.pop();
            Quantity there = part.goods().quantity();
            Quantity piece = more.min(there);
            posting.consign(edge.input(), piece.negated(), part.orderLine());
            posting.consign(edge.output(), piece, part.orderLine());
            gone.merge(edge.input(), piece, Quantity::plus);
            came.merge(edge.output(), piece, Quantity::plus);
            more = more.minus(piece);
            if (!piece.equals(there)) {
                CostedQuantity rest =
                        new CostedQuantity(there.minus(piece), part.goods().value());
                parts.push(new ConsignedLot.Part(part.owner(), part.orderLine(), rest));
            }
        }
        return wanted.minus(more);
    }
}
