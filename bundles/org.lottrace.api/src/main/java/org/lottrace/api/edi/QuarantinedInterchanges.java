package org.lottrace.api.edi;

import java.util.List;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.violation.Violation;
import org.osgi.annotation.versioning.ProviderType;

/** Interchanges whose sender nobody knew when they came. */
@ProviderType
public interface QuarantinedInterchanges {
    /**
     * Takes in an interchange that was quarantined, now that its sender is a partner, as if it had come now: it is acknowledged, and has
     * a new record in the log. Idempotent by its content: what was taken in is not taken in again. Called outside any unit of work.
     *
     * @param id number of its record in the log, of the status {@code QUARANTINED}
     * @return {@code INTERCHANGE_UNKNOWN} (no such record), {@code NOT_QUARANTINED}, {@code SENDER_STILL_UNKNOWN} (then it stays
     *     quarantined), {@code HANDLER_MISSING} (as well), or every problem of what it holds; empty when all of it was taken in
     */
    @Operation(
            name = "interchange.release",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.MASTER_DATA},
            repeat = Repeat.SAME_STATE,
            refusals = {"INTERCHANGE_UNKNOWN", "NOT_QUARANTINED", "SENDER_STILL_UNKNOWN", "HANDLER_MISSING"})
    List<Violation> release(long id);
}
