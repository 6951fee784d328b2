package org.lottrace.api.genealogy;

import java.util.List;
import java.util.Objects;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.lot.LotKey;

/**
 * The answer to a trace.
 *
 * @param request what was asked
 * @param lots every lot reached, each once, by level and key
 * @param edges every edge it followed, by ledger position, input and output; empty when they were not asked for
 * @param handovers receipts, shipments and returns of these lots, by ledger position and lot; nothing is netted
 * @param onHand where these lots are in own stock, work in process included; by lot and position
 * @param ledgerPosition every event up to it that counts is taken into account, and none after it
 */
public record Trace(
        TraceRequest request,
        List<TracedLot> lots,
        List<TracedEdge> edges,
        List<Handover> handovers,
        List<StockBalance> onHand,
        long ledgerPosition) {
    public Trace {
        Objects.requireNonNull(request);
        lots = List.copyOf(lots);
        edges = List.copyOf(edges);
        handovers = List.copyOf(handovers);
        onHand = List.copyOf(onHand);
    }

    /** @return the lots reached, without their levels */
    public List<LotKey> lotKeys() {
        return lots.stream().map(TracedLot::lot).toList();
    }
}
