package org.lottrace.api.movement;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.quantity.Quantity;

/**
 * A ship notice held against everything that was received of it. Receipts that were reversed do not count.
 *
 * @param notice which ship notice
 * @param shipDate when the goods left, as the supplier says; a calendar date without a time zone
 * @param site where it is received
 * @param state whether more is to come
 * @param lines one for each line of the notice, in its order
 * @param differences those of the receipts in the order of the ledger, then what did not come
 */
public record ReconciledNotice(
        ShipNoticeId notice,
        LocalDate shipDate,
        SiteId site,
        NoticeState state,
        List<Line> lines,
        List<NoticeDifference> differences) {
    public ReconciledNotice {
        Objects.requireNonNull(notice);
        Objects.requireNonNull(shipDate);
        Objects.requireNonNull(site);
        Objects.requireNonNull(state);
        lines = List.copyOf(lines);
        differences = List.copyOf(differences);
    }

    /**
     * What was announced, and what of it came.
     *
     * @param number 1 for the first line of the notice
     * @param item what was announced
     * @param lot which lot; absent when it is captured at receipt
     * @param container the logistic unit it was announced in
     * @param announced in the base unit of the item
     * @param received in the base unit of the item, by receipts that were not reversed; what is more than announced of a lot counts for its
     *     last line
     */
    public record Line(
            int number,
            ItemNumber item,
            Optional<LotKey> lot,
            Optional<Sscc> container,
            Quantity announced,
            Quantity received) {
        public Line {
            Objects.requireNonNull(item);
            Objects.requireNonNull(lot);
            Objects.requireNonNull(container);
            Objects.requireNonNull(announced);
            Objects.requireNonNull(received);
        }
    }
}
