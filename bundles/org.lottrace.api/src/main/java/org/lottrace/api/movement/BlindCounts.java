package org.lottrace.api.movement;

import java.util.Optional;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Refusals;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Blind recounts: two people count the same without seeing the book or each other's numbers, and somebody decides what is booked. Each entry
 * is an event of type {@code COUNT} that moves nothing; the decision books the chosen one as {@link MovementCapture#count} does, at the
 * time at which it was counted. Each operation is one transaction, idempotent by its event id.
 */
@Refusals(of = MovementCapture.class)
@ProviderType
public interface BlindCounts {
    /** The same person has counted this sheet already: the second counter is another one. */
    String COUNTER_SAME = "COUNTER_SAME";

    /** The sheet is booked already. */
    String COUNT_DECIDED = "COUNT_DECIDED";

    /** Fewer than two people have counted. */
    String RECOUNT_MISSING = "RECOUNT_MISSING";

    /** The sheet has no such entry. */
    String ENTRY_UNKNOWN = "ENTRY_UNKNOWN";

    /** @return how far the count is; empty when nobody has counted that sheet blindly */
    @Operation(name = "blind-count.show")
    Optional<BlindCount> show(String countSheet);

    /** Records what one person found, and books nothing. */
    @Operation(
            name = "blind-count.enter",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.CONTROLLER, Role.RECEIVER, Role.PRODUCER, Role.SHIPPER},
            repeat = Repeat.ONCE_PER_ID,
            refusals = {COUNTER_SAME, COUNT_DECIDED, "COUNTED_TWICE"})
    Outcome<RecordedEvent> enter(StockCount count);

    /** Books one of the entries, when two people at least have counted. */
    @Operation(
            name = "blind-count.decide",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.CONTROLLER},
            repeat = Repeat.ONCE_PER_ID,
            refusals = {
                COUNT_DECIDED,
                RECOUNT_MISSING,
                ENTRY_UNKNOWN,
                "COUNTED_TWICE",
                "COUNT_CONTRADICTS_LATER",
                "RESERVED_MISSING"
            },
            refusalsOf = LotMaster.class)
    Outcome<RecordedEvent> decide(BlindCountDecision decision);
}
