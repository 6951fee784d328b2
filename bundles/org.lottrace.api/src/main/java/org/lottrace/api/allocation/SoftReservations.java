package org.lottrace.api.allocation;

import java.util.List;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Reservations that give way. A soft one ends at its time, which is a setting. Before that an order that is delivered earlier takes it
 * when {@link Allocation#allocate(String)} finds too little that is free: those of the orders that are delivered last first, of
 * one day the newest. Orders of the same day take nothing from each other, nor does a wave. The same call makes the own soft ones of the
 * order firm. Whatever ends one before its goods leave is in the decisions of the order that loses it ({@link AllocationDecisions}),
 * as {@code SOFT_ENDED} or {@code SOFT_TAKEN}. Each call joins the caller's unit of work or opens one.
 */
@ProviderType
public interface SoftReservations {
    /** Most reservations that one call ends. */
    int MOST = 1_000;

    /**
     * As {@link Allocation#allocate(String)}, but what is reserved now is soft, and nothing is taken from others. What is firm
     * or picked stays that; what is soft already stays as long as it was to.
     */
    @Operation(
            name = "allocation.allocate-softly",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.SHIPPER},
            repeat = Repeat.SAME_STATE,
            refusals = {"ORDER_UNKNOWN"})
    Outcome<List<LineAllocation>> allocate(String salesOrder);

    /** As {@link #allocate(String)}, for whatever wants goods. */
    Outcome<List<LineAllocation>> allocate(DocumentReference document);

    /**
     * Ends soft reservations whose time is over, the oldest first. LotTrace does it by itself; who cannot wait calls it. Idempotent.
     *
     * @param limit at most so many, 1 to {@link #MOST}; as many come while there may be more
     * @return what was ended
     * @throws IllegalArgumentException if the limit is not 1 to {@link #MOST}
     */
    @Operation(
            name = "allocation.end-soft",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.SHIPPER},
            repeat = Repeat.SAME_STATE)
    List<Reservation> end(int limit);
}
