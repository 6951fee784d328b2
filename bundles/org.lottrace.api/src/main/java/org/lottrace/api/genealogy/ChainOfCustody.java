package org.lottrace.api.genealogy;

import java.util.List;
import org.lottrace.api.lot.LotKey;

/**
 * Who had some goods, where and when, from their origin to their consignees.
 *
 * @param lots the lots it is about
 * @param steps what moved them, what they were made of, and what was made of them, in the order in which it happened
 * @param now where they, and what was made of them, are at the ledger position, and what of them is announced; by lot and position. Of
 *     the past it is where they were then, without announcements
 * @param ledgerPosition every event up to it is taken into account, and none after it
 */
public record ChainOfCustody(List<LotKey> lots, List<CustodyStep> steps, List<Whereabouts> now, long ledgerPosition) {
    public ChainOfCustody {
        lots = List.copyOf(lots);
        steps = List.copyOf(steps);
        now = List.copyOf(now);
    }
}
