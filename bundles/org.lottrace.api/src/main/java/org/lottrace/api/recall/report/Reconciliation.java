package org.lottrace.api.recall.report;

import java.util.List;
import org.lottrace.api.certificate.LotBalance;
import org.lottrace.api.recall.OpenPoint;

/**
 * Whether every quantity of a case is explained.
 *
 * @param own the balance of each affected lot inside the company, by lot
 * @param downstream the balance of each affected lot that was shipped, by lot
 * @param open everything that keeps the case from being closed
 * @param unsigned those of them nobody has signed for
 * @param ledgerPosition every event up to it is taken into account
 */
public record Reconciliation(
        List<LotBalance> own,
        List<DownstreamBalance> downstream,
        List<OpenPoint> open,
        List<OpenPoint> unsigned,
        long ledgerPosition) {
    public Reconciliation {
        own = List.copyOf(own);
        downstream = List.copyOf(downstream);
        open = List.copyOf(open);
        unsigned = List.copyOf(unsigned);
    }
}
