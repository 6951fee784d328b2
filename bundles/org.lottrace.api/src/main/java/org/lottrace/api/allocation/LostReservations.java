package org.lottrace.api.allocation;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What orders lost without asking, because a lot was held, recalled or has expired, was counted away or taken by others, or because the
 * order is delivered on another day. Each loss of a firm or picked reservation is among the decisions of the order, as
 * {@code RESERVATION_LOST}, and is open until something is decided for its line later. LotTrace looks for open ones by itself, now and then
 * for goods that may not go any more, and plans so much anew as was lost, not more; what cannot be found is an exception case
 * ({@link #NOT_MENDED}). A soft reservation that is lost is kept as {@code SOFT_LOST}, and nothing is done about it.
 */
@ProviderType
public interface LostReservations {
    /** Code of the case about what was lost and could not be replaced; it names order, line and what is missing. */
    String NOT_MENDED = "RESERVATION_NOT_MENDED";

    /** Days for which a loss is open at most: who has not allocated the order by then does not want to. */
    int DAYS_OPEN = 7;

    /**
     * @param after goes on after the loss of that number; absent: with the oldest one
     * @param limit at most so many, 1 to 2000; as many come while there may be more
     * @return the open losses, the oldest first; of several of one line the newest
     * @throws IllegalArgumentException if the limit is not 1 to 2000
     */
    @Operation(name = "allocation.list-lost")
    List<AllocationDecision> open(Optional<Long> after, int limit);

    /**
     * Gives back what the order may not get any more, as {@link Allocation#replan} does, and reserves so much anew as it lost
     * since it was last allocated. What is picked and may not go any more stands, and is an exception case. Does nothing when nothing was
     * lost. Idempotent. Joins the caller's unit of work or opens one.
     *
     * @return the lines as they are then; refused with {@code ORDER_UNKNOWN}
     */
    @Operation(
            name = "allocation.mend",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.SHIPPER},
            repeat = Repeat.SAME_STATE,
            refusals = {"ORDER_UNKNOWN"})
    Outcome<List<LineAllocation>> mend(String salesOrder);

    /** As {@link #mend(String)}, for whatever wants goods. */
    Outcome<List<LineAllocation>> mend(DocumentReference document);

    /** @return numbers of orders of that type after that one for which something is reserved, at most {@code limit}, by number */
    List<String> ordersAfter(DocumentType type, String number, int limit);
}
