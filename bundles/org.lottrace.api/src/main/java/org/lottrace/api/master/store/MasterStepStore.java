package org.lottrace.api.master.store;

import java.util.List;
import java.util.Map;
import org.lottrace.api.master.MasterReference;
import org.lottrace.api.master.MasterStep;
import org.lottrace.api.transaction.Writes;
import org.osgi.annotation.versioning.ProviderType;

/** What was done to master data. Steps are only added. */
@ProviderType
public interface MasterStepStore {
    /** The sequence of the numbers of steps; whoever takes one waits for those who read {@link #closedAndKept}. */
    String SEQUENCE = "master.step";

    /**
     * Reads as {@link #closed}, and so it stays: nobody takes a step until the end of the unit of work. On PostgreSQL others may read it so
     * at the same time; on H2 they wait.
     */
    Map<MasterReference, MasterStep> closedAndKept();

    /** Adds a step, whose number is higher than that of every other. */
    @Writes
    void insert(MasterStep step);

    /** @return what is closed now, each with the step that closed it, by number of the step */
    Map<MasterReference, MasterStep> closed();

    /** @return at most {@code limit} steps of it after that number, by number */
    List<MasterStep> of(MasterReference master, long after, int limit);

    /** @return at most {@code limit} steps of it, the newest first */
    List<MasterStep> newestOf(MasterReference master, int limit);
}
