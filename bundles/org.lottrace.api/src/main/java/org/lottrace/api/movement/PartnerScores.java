package org.lottrace.api.movement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.operation.Operation;
import org.osgi.annotation.versioning.ProviderType;

/**
 * How suppliers' ship notices held true, by month; worked out from notices and receipts as they are now, so a receipt that is reversed
 * changes the score. Each call joins the caller's unit of work or opens one.
 */
@ProviderType
public interface PartnerScores {
    /** The longest page. */
    int MOST_ROWS = 2_000;

    /**
     * @param month any day of it
     * @return the score of the supplier; of one without notices in that month it counts nothing
     */
    @Operation(name = "partner-score.find")
    PartnerScore of(PartyId supplier, LocalDate month);

    /**
     * @param month any day of it
     * @param after the last supplier of the page before; empty for the first page
     * @param limit how many at most, 1 to {@value #MOST_ROWS}; as many come while there may be more
     * @return a page of those that have notices in that month, by number of the supplier
     * @throws IllegalArgumentException if the limit is another number
     */
    @Operation(name = "partner-score.list")
    List<PartnerScore> list(LocalDate month, Optional<PartyId> after, int limit);
}
