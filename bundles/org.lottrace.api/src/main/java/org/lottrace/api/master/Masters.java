package org.lottrace.api.master;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.ControlCharacters;
import org.lottrace.api.violation.Reason;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Closes master data, opens it again, and deletes what nothing has ever used. Each step is kept with who, when and why.
 *
 * <p>What is closed takes nothing new: an order, or the request of a receipt, an output or a move into it, that names it is refused with
 * {@link #MASTER_CLOSED}. An order that was there before may be sent again as it was. What is in stock of a closed item is moved,
 * consumed, shipped, counted, disposed of and recalled as before, and a report of what has happened is recorded, with the finding
 * {@link #MASTER_CLOSED}. To save what is closed once more changes it and does not open it. Each call joins the caller's unit of work or
 * opens one.
 */
@ProviderType
public interface Masters {
    /** Refusal of something new with a closed piece of master data, and the finding of a report about it. */
    String MASTER_CLOSED = "MASTER_CLOSED";

    /** Refusal of a reference to what is not there. */
    String MASTER_UNKNOWN = "MASTER_UNKNOWN";

    /** Refusal to close, without a confirmation, what has stock, holds or open orders. */
    String MASTER_IN_USE = "MASTER_IN_USE";

    /** Refusal to delete what something has used. */
    String MASTER_USED = "MASTER_USED";

    /** Refusal to open again what is open. */
    String MASTER_OPEN = "MASTER_OPEN";

    /**
     * Closes a piece of master data. Idempotent: what is closed already stays so with its first reason.
     *
     * @return the step that closed it; every problem: {@code MASTER_UNKNOWN}, {@code MASTER_IN_USE} for each kind of use, unless it is
     *     confirmed, {@code REASON_MISSING}, {@code REASON_TOO_LONG}, {@code CONTROL_CHARACTER}
     */
    @Operation(
            name = "master.close",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.MASTER_DATA},
            repeat = Repeat.SAME_STATE,
            refusals = {MASTER_UNKNOWN, MASTER_IN_USE, Reason.MISSING, Reason.TOO_LONG, ControlCharacters.CODE})
    Outcome<MasterStep> close(Caller caller, MasterClosing closing);

    /**
     * Opens a closed piece of master data again. Idempotent: what was opened last stays so with its first reason.
     *
     * @return the step that opened it; every problem: {@code MASTER_UNKNOWN}, {@code MASTER_OPEN} when it never was closed, {@code
     *     REASON_MISSING}, {@code REASON_TOO_LONG}, {@code CONTROL_CHARACTER}
     */
    @Operation(
            name = "master.reopen",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.MASTER_DATA},
            repeat = Repeat.SAME_STATE,
            refusals = {MASTER_UNKNOWN, MASTER_OPEN, Reason.MISSING, Reason.TOO_LONG, ControlCharacters.CODE})
    Outcome<MasterStep> reopen(Caller caller, MasterChange opening);

    /**
     * Deletes a piece of master data that nothing has ever used: a mistake of who entered it. The step is kept. Idempotent: what was
     * deleted last stays so with its first reason. Whoever saves it again has it again, open.
     *
     * @return the step that deleted it; every problem: {@code MASTER_UNKNOWN}, {@code MASTER_USED} for each kind of use, {@code
     *     REASON_MISSING}, {@code REASON_TOO_LONG}, {@code CONTROL_CHARACTER}
     */
    @Operation(
            name = "master.delete",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.MASTER_DATA},
            repeat = Repeat.SAME_STATE,
            refusals = {MASTER_UNKNOWN, MASTER_USED, Reason.MISSING, Reason.TOO_LONG, ControlCharacters.CODE})
    Outcome<MasterStep> delete(Caller caller, MasterChange deletion);

    /** @return the step that closed it; empty when it is open, and when nothing is known of it */
    @Operation(name = "master.find-closing")
    Optional<MasterStep> closing(MasterReference master);

    /**
     * @return what is open with it: stock, holds, orders and notices, by kind; empty when it can be closed without a confirmation, and
     *     when nothing is known of it
     */
    @Operation(name = "master.list-uses")
    List<MasterUse> uses(MasterReference master);

    /**
     * @param kind of what; absent: of all kinds
     * @param after goes on after the step of that number; absent: from the first on
     * @param limit at most so many, 1 to 2000; as many come while there may be more
     * @return the steps that closed what is closed now, by number
     * @throws IllegalArgumentException if the limit is not 1 to 2000
     */
    @Operation(name = "master.list-closed")
    List<MasterStep> closed(Optional<MasterKind> kind, Optional<Long> after, int limit);

    /**
     * @param after goes on after the step of that number; absent: from the first on
     * @param limit at most so many, 1 to 2000; as many come while there may be more
     * @return everything that was done to it, by number, also when it was deleted
     * @throws IllegalArgumentException if the limit is not 1 to 2000
     */
    @Operation(name = "master.list-steps")
    List<MasterStep> steps(MasterReference master, Optional<Long> after, int limit);
}
