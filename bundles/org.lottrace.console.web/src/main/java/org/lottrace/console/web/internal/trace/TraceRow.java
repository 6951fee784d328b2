package org.lottrace.console.web.internal.trace;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.Edge;
import org.lottrace.api.genealogy.Handover;
import org.lottrace.api.genealogy.Trace;
import org.lottrace.api.genealogy.TracedEdge;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * One connection that a trace found: a lot that went into another, or a receipt, shipment or return.
 *
 * @param position of the event in the ledger
 * @param kind {@code EDGE}, {@code RECEIVE}, {@code SHIP} or {@code RETURN}
 * @param shareOfInput 1 is all of the input
 * @param shareOfOutput 1 is all of the output
 */
public record TraceRow(
        long position,
        Instant at,
        SiteId site,
        String kind,
        End from,
        End to,
        Quantity quantity,
        Optional<BigDecimal> shareOfInput,
        Optional<BigDecimal> shareOfOutput,
        boolean inferred) {
    private static final String EDGE = "EDGE";

    /** A lot or a party. */
    public record End(Optional<LotKey> lot, Optional<PartyId> party) {
        static End of(LotKey lot) {
            return new End(Optional.of(lot), Optional.empty());
        }

        static End of(PartyId party) {
            return new End(Optional.empty(), Optional.of(party));
        }

        /** @return the key of the lot or the number of the party */
        public String code() {
            return lot.map(LotKey::toString).orElseGet(() -> party.orElseThrow().value());
        }
    }

    /** @return by ledger position, and of one event by their ends */
    static List<TraceRow> of(Trace trace) {
        List<TraceRow> rows = new ArrayList<>();
        trace.edges().forEach(edge -> rows.add(of(edge)));
        trace.handovers().forEach(handover -> rows.add(of(handover)));
        rows.sort(Comparator.comparing(TraceRow::position)
                .thenComparing(row -> row.from().code())
                .thenComparing(row -> row.to().code()));
        return rows;
    }

    private static TraceRow of(TracedEdge traced) {
        Edge edge = traced.edge();
        return new TraceRow(
                traced.position(),
                traced.at(),
                traced.site(),
                EDGE,
                End.of(edge.input()),
                End.of(edge.output()),
                edge.quantity(),
                traced.shareOfInput(),
                traced.shareOfOutput(),
                edge.certainty() == Edge.Certainty.INFERRED);
    }

    private static TraceRow of(Handover handover) {
        boolean goesOut = handover.isOutgoing();
        End lot = End.of(handover.lot());
        End party = End.of(handover.party());
        return new TraceRow(
                handover.position(),
                handover.at(),
                handover.site(),
                handover.type().code(),
                goesOut ? lot : party,
                goesOut ? party : lot,
                handover.quantity(),
                Optional.empty(),
                Optional.empty(),
                false);
    }
}
