package org.lottrace.api.genealogy;

import java.util.List;
import java.util.Objects;
import org.lottrace.api.lot.LotKey;

/**
 * The answer to a trace.
 *
 * @param start the lot it began with
 * @param direction which way it went
 * @param lots every lot reached, each once, by level and key; the first is {@code start}
 * @param edges every edge between them, by event and lots
 * @param handovers receipts, shipments and returns of these lots, in ledger order
 * @param ledgerPosition the newest event the answer takes into account
 */
public record Trace(
        LotKey start,
        Direction direction,
        List<TracedLot> lots,
        List<TracedEdge> edges,
        List<Handover> handovers,
        long ledgerPosition) {
    public Trace {
        Objects.requireNonNull(start);
        Objects.requireNonNull(direction);
        lots = List.copyOf(lots);
        edges = List.copyOf(edges);
        handovers = List.copyOf(handovers);
    }
}
