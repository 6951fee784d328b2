package org.lottrace.trace.drawing.internal.graph;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.event.Edge;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.genealogy.Direction;
import org.lottrace.api.genealogy.Handover;
import org.lottrace.api.genealogy.Seed;
import org.lottrace.api.genealogy.Trace;
import org.lottrace.api.genealogy.TracedEdge;
import org.lottrace.api.genealogy.TracedLot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.trace.drawing.LotNode;
import org.lottrace.trace.drawing.PartyNode;
import org.lottrace.trace.drawing.Stage;

/**
 * The edges and handovers of a trace with the share of each. The trace knows the shares of edges. A receipt is compared with all
 * receipts of the lot; a shipment with everything that the trace shows to have become of the lot: shipped, used, on hand.
 */
final class LinksOfTrace {
    private static final int DECIMALS = 6;

    private final Trace trace;
    private final Set<LotKey> forward;
    private final Set<LotKey> suspects = new HashSet<>();
    private final Set<LotKey> suspectsOutside = new HashSet<>();
    private final Map<LotKey, Sums> received = new HashMap<>();
    private final Map<LotKey, Sums> gone = new HashMap<>();

    LinksOfTrace(Trace trace) {
        this.trace = trace;
        forward = reachedForward();
        for (TracedLot lot : trace.lots()) {
            if (lot.suspect().stream()
                    .anyMatch(content -> content.contained().maximum().isPositive())) {
                suspects.add(lot.lot());
            }
            if (lot.suspect().stream()
                    .anyMatch(content -> content.outside().maximum().isPositive())) {
                suspectsOutside.add(lot.lot());
            }
        }
        trace.edges().stream().map(TracedEdge::edge).forEach(edge -> add(gone, edge.input(), edge.quantity()));
        for (StockBalance balance : trace.onHand()) {
            add(gone, balance.lot(), balance.quantity());
        }
        for (Handover handover : trace.handovers()) {
            if (handover.type() != EventType.RETURN) {
                add(isReceipt(handover) ? received : gone, handover.lot(), handover.quantity());
            }
        }
    }

    /** A return comes back from a consignee, so it belongs to what was shipped. */
    static boolean isReceipt(Handover handover) {
        return handover.type() == EventType.RECEIVE;
    }

    List<Link> links() {
        List<Link> links =
                new ArrayList<>(trace.edges().size() + trace.handovers().size());
        trace.edges().forEach(edge -> links.add(link(edge)));
        trace.handovers().forEach(handover -> links.add(link(handover)));
        return links;
    }

    private Link link(TracedEdge traced) {
        Edge edge = traced.edge();
        boolean isForward = forward.contains(edge.input());
        return new Link(
                LotNode.id(edge.input()),
                LotNode.id(edge.output()),
                edge.quantity(),
                false,
                isForward ? traced.shareOfInput() : traced.shareOfOutput(),
                isForward,
                edge.certainty() == Edge.Certainty.INFERRED,
                isForward && suspects.contains(edge.input()) && suspects.contains(edge.output()));
    }

    private Link link(Handover handover) {
        LotKey lot = handover.lot();
        Quantity quantity = handover.quantity();
        if (isReceipt(handover)) {
            return new Link(
                    PartyNode.id(Stage.SUPPLIER, handover.party()),
                    LotNode.id(lot),
                    quantity,
                    false,
                    share(quantity, received.get(lot)),
                    false,
                    false,
                    false);
        }
        boolean back = handover.type() == EventType.RETURN;
        return new Link(
                LotNode.id(lot),
                PartyNode.id(Stage.CONSIGNEE, handover.party()),
                quantity,
                back,
                back ? Optional.empty() : share(quantity, gone.get(lot)),
                true,
                false,
                suspectsOutside.contains(lot));
    }

    private Set<LotKey> reachedForward() {
        if (trace.request().direction() == Direction.BACKWARD) {
            return Set.of();
        }
        Map<LotKey, List<LotKey>> outputs = new HashMap<>();
        trace.edges().stream().map(TracedEdge::edge).forEach(edge -> outputs.computeIfAbsent(
                        edge.input(), lot -> new ArrayList<>())
                .add(edge.output()));
        Set<LotKey> reached = new HashSet<>();
        Deque<LotKey> next = new ArrayDeque<>();
        if (trace.request().direction() == Direction.FORWARD) {
            next.addAll(outputs.keySet()); // a filter may hide the way to some of them
        }
        trace.request().seeds().stream().map(Seed::lot).forEach(next::add);
        while (!next.isEmpty()) {
            LotKey lot = next.remove();
            if (reached.add(lot)) {
                next.addAll(outputs.getOrDefault(lot, List.of()));
            }
        }
        return reached;
    }

    private static void add(Map<LotKey, Sums> sums, LotKey lot, Quantity quantity) {
        sums.computeIfAbsent(lot, key -> new Sums()).add(quantity);
    }

    private static Optional<BigDecimal> share(Quantity part, Sums whole) {
        Quantity all = whole.inUnitOf(part);
        return all.isPositive()
                ? Optional.of(part.amount().divide(all.amount(), DECIMALS, RoundingMode.HALF_EVEN))
                : Optional.empty();
    }
}
