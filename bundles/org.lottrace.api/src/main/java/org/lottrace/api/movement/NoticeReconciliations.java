package org.lottrace.api.movement;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.partner.ShipNoticeId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Ship notices held against what was received of them, by lot, quantity, expiry and logistic unit. The differences are those for which
 * receipts and closings open exception cases. Each call joins the caller's unit of work or opens one.
 */
@ProviderType
public interface NoticeReconciliations {
    /** The longest page. */
    int MOST_ROWS = 2_000;

    /** @return the notice with its differences, or empty when there is no such notice */
    @Operation(name = "notice-reconciliation.find")
    Optional<ReconciledNotice> find(ShipNoticeId notice);

    /**
     * @param supplier whose notices
     * @param after the last notice of the page before; empty for the first page
     * @param limit how many at most, 1 to {@value #MOST_ROWS}; as many come while there may be more
     * @return a page of all notices of the supplier, open or not, the latest ship date first, then by number
     * @throws IllegalArgumentException if the limit is another number, or there is no notice {@code after} of the supplier
     */
    @Operation(name = "notice-reconciliation.list")
    List<ReconciledNotice> ofSupplier(PartyId supplier, Optional<ShipNoticeId> after, int limit);
}
