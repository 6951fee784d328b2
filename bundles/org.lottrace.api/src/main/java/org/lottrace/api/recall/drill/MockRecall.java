package org.lottrace.api.recall.drill;

import java.util.List;
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
    Outcome<DrillReport> run(DrillRequest request);

    /** @return the records of at most {@code limit} drills, newest first: the trend */
    List<Drill> trend(int limit);
}
