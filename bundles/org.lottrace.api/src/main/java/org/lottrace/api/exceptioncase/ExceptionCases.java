package org.lottrace.api.exceptioncase;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.EventId;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Reason;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What was wrong with reports that were recorded all the same. A case is opened in the transaction of its event, one for each
 * finding; the reversal of the event closes it. Each call joins the caller's unit of work or opens one.
 */
@ProviderType
public interface ExceptionCases {
    /** Refusal of a number that no case has. */
    String EXCEPTION_UNKNOWN = "EXCEPTION_UNKNOWN";

    /** Refusal to change what is closed. */
    String EXCEPTION_CLOSED = "EXCEPTION_CLOSED";

    /** Refusal of somebody who is not its owner. */
    String EXCEPTION_OF_OTHER_OWNER = "EXCEPTION_OF_OTHER_OWNER";

    /** Refusal of a role that no login can have. */
    String OWNER_UNKNOWN = "OWNER_UNKNOWN";

    /** Refusal of a deadline that is over. */
    String DEADLINE_PAST = "DEADLINE_PAST";

    /**
     * @param after goes on after the case of that number; absent: from the first on
     * @param limit at most so many, 1 to 1000
     * @return by deadline, then number: of open ones the late ones first
     * @throws IllegalArgumentException if the limit is not 1 to 1000
     */
    @Operation(name = "exception.list")
    List<ExceptionCase> list(ExceptionFilter filter, Optional<Long> after, int limit);

    /** @return the case of that number, or empty */
    @Operation(name = "exception.find")
    Optional<ExceptionCase> find(long number);

    /** @return the cases of an event, by number */
    @Operation(name = "exception.list-by-event")
    List<ExceptionCase> ofEvent(EventId event);

    /** @return how many are open, and how many of them late */
    @Operation(name = "exception.figures")
    ExceptionFigures figures();

    /**
     * Closes a case. The owner does it, or who may do everything ({@code OPERATOR}, {@code ADMINISTRATOR}).
     *
     * @param reason what was found or done, 1 to 2000 characters
     * @return the closed case; already done when it is closed with that reason by the same caller
     */
    @Operation(
            name = "exception.close",
            roles = {
                Role.ADMINISTRATOR,
                Role.OPERATOR,
                Role.RECEIVER,
                Role.PRODUCER,
                Role.SHIPPER,
                Role.QUALITY,
                Role.CONTROLLER
            },
            repeat = Repeat.SAME_STATE,
            refusals = {EXCEPTION_UNKNOWN, EXCEPTION_CLOSED, EXCEPTION_OF_OTHER_OWNER, Reason.MISSING, Reason.TOO_LONG})
    Outcome<ExceptionCase> close(Caller caller, long number, String reason);

    /**
     * Gives an open case to an owner until a deadline.
     *
     * @param owner a role that a login can have
     * @param deadline not over yet
     */
    @Operation(
            name = "exception.assign",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.QUALITY, Role.CONTROLLER},
            repeat = Repeat.SAME_STATE,
            refusals = {EXCEPTION_UNKNOWN, EXCEPTION_CLOSED, OWNER_UNKNOWN, DEADLINE_PAST})
    Outcome<ExceptionCase> assign(long number, Role owner, Instant deadline);
}
