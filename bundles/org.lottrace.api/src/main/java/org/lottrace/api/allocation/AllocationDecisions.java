package org.lottrace.api.allocation;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quality.LotUsability;
import org.lottrace.api.violation.Reason;
import org.osgi.annotation.versioning.ProviderType;

/** Why each lot was reserved, and what was reserved against the rules. Each call joins the caller's unit of work or opens one. */
@ProviderType
public interface AllocationDecisions {
    /** Refusal of more than the line still has to get. */
    String MORE_THAN_OPEN = "MORE_THAN_OPEN";

    /** Refusal of more than is free of the lot at the position. */
    String NOT_FREE = "NOT_FREE";

    /**
     * @param salesOrder number of the order
     * @param before goes on with older decisions than that number; absent: with the newest one
     * @param limit at most so many, 1 to 2000; as many come while there may be more
     * @return what was decided for the lines of the order, the newest first; nothing when it was never allocated
     * @throws IllegalArgumentException if the limit is not 1 to 2000
     */
    @Operation(name = "allocation-decision.list-of-order")
    List<AllocationDecision> ofOrder(String salesOrder, Optional<Long> before, int limit);

    /** As {@link #ofOrder(String, Optional, int)}, for whatever wants goods. */
    List<AllocationDecision> ofOrder(DocumentReference document, Optional<Long> before, int limit);

    /** @return as {@link #ofOrder}, of all orders those that were made against the rules */
    @Operation(name = "allocation-decision.list-deviations")
    List<AllocationDecision> deviations(Optional<Long> before, int limit);

    /**
     * Reserves a lot that the rules would not have chosen, in the place of what is reserved for the line, the newest reservation first.
     * What {@link LotUsability} refuses stays refused; what only rules of allocation have against the lot is
     * kept with the decision. Idempotent: what is reserved of the lot at the position already counts; when rules are against it by now
     * ({@link DeliveryRules}), it may go from then on, and that is kept in the same way.
     *
     * @return the line as it is reserved now; refused with {@code ORDER_UNKNOWN}, {@code ORDER_LINE_UNKNOWN}, {@code REASON_MISSING},
     *     {@code REASON_TOO_LONG}, {@code UNIT_UNKNOWN}, {@code QUANTITY_NOT_POSITIVE}, {@code MORE_THAN_OPEN}, {@code NOT_FREE}, {@code
     *     LOCATION_NOT_ALLOCATABLE} or the codes of usability
     */
    @Operation(
            name = "allocation.take-other-lot",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.QUALITY},
            repeat = Repeat.SAME_STATE,
            refusalsOf = LotUsability.class,
            refusals = {
                "ORDER_UNKNOWN",
                "ORDER_LINE_UNKNOWN",
                Reason.MISSING,
                Reason.TOO_LONG,
                "UNIT_UNKNOWN",
                "QUANTITY_NOT_POSITIVE",
                MORE_THAN_OPEN,
                NOT_FREE,
                "LOCATION_NOT_ALLOCATABLE"
            })
    Outcome<LineAllocation> takeOther(Caller caller, OtherLot wanted);
}
