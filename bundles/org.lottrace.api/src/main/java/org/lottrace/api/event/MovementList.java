package org.lottrace.api.event;

import java.util.Optional;
import org.lottrace.api.operation.Operation;
import org.osgi.annotation.versioning.ProviderType;

/** What moved, line by line of the ledger. */
@ProviderType
public interface MovementList {
    /** So many lines are given at once at most. */
    int LONGEST_PAGE = 1_000;

    /**
     * Lists movements, the one recorded last first. What was taken back stands there with the event that took it back. Lot, item, unit,
     * party, document and times are found by an index; where only others are asked for, at most {@value Ledger#STRETCH} events are looked
     * at several times over, so that an answer takes a bounded time: it may be empty and go on all the same. Joins the caller's unit
     * of work or opens one.
     *
     * @param filter which
     * @param after goes on after that movement; absent: from the newest on
     * @param limit how many at most, 1 to {@value #LONGEST_PAGE}
     * @return a page; empty without a next one for a lot or an item that nobody knows
     * @throws IllegalArgumentException if the limit is another number
     */
    @Operation(name = "event.list-movements")
    MovementPage list(MovementFilter filter, Optional<MovementPlace> after, int limit);
}
