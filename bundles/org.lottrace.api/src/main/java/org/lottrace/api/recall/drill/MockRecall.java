package org.lottrace.api.recall.drill;

import java.util.List;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Practises a recall on live data: everything a real one has to find out, timed, and nothing of what it would do. It
 * changes nothing but the record of itself.
 */
@ProviderType
public interface MockRecall {
    /**
     * Runs one drill and keeps its record. Every call is a new drill.
     *
     * <p>Refused with {@code LOT_UNKNOWN} or, when it is to choose and there is no lot of that kind, {@code NO_LOT}.
     */
    @Operation(
            name = "drill.run",
            roles = {
                Role.ADMINISTRATOR,
                Role.OPERATOR,
                Role.QUALITY,
                Role.RECALL_COORDINATOR,
                Role.RECALL_QUALITY,
                Role.RECALL_SIGNATORY
            },
            repeat = Repeat.EACH_TIME,
            refusals = {"LOT_UNKNOWN", "NO_LOT"})
    Outcome<DrillReport> run(DrillRequest request);

    /** @return the records of at most {@code limit} drills, newest first: the trend */
    @Operation(name = "drill.list")
    List<Drill> trend(int limit);
}
