package org.lottrace.api.recall;

import java.util.List;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.genealogy.Handover;
import org.lottrace.api.genealogy.TracedLot;
import org.lottrace.api.lot.LotKey;

/**
 * Exactly what a suspicion affects.
 *
 * @param suspects the lots it began with, by key
 * @param affected every lot that contains a suspect, the suspects themselves at level 0; by level and key
 * @param onHand where affected lots are in own stock, work in process included
 * @param shipments what customers received of affected lots, and beside it what came back: nothing is netted; in ledger order
 * @param ledgerPosition every event up to it is taken into account; one that was recorded while the answer was read may
 *     be, too
 */
public record RecallScope(
        List<LotKey> suspects,
        List<TracedLot> affected,
        List<StockBalance> onHand,
        List<Handover> shipments,
        long ledgerPosition) {
    public RecallScope {
        suspects = List.copyOf(suspects);
        affected = List.copyOf(affected);
        onHand = List.copyOf(onHand);
        shipments = List.copyOf(shipments);
    }
}
