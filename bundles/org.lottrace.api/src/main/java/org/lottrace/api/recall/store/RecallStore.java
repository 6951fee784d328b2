package org.lottrace.api.recall.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.event.EventId;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.RecallStep;
import org.lottrace.api.transaction.StaleWriteException;
import org.lottrace.api.transaction.Writes;
import org.osgi.annotation.versioning.ProviderType;

/** Recall cases. Steps are only ever inserted; there is no update and no delete. */
@ProviderType
public interface RecallStore {
    /**
     * Stores a new case without steps, and locks it until the end of the unit of work.
     *
     * @param opening the id of the request that opens it
     * @return false when a case was opened by that request, also by another transaction at the same time
     */
    @Writes
    boolean insert(RecallCaseId id, EventId opening);

    /** @return the case that was opened by that request, or empty */
    Optional<RecallCase> openedBy(EventId opening);

    /** As {@link #find}, and locks the case until the end of the unit of work. */
    @Writes
    Optional<RecallCase> lock(RecallCaseId id);

    /**
     * Adds steps behind those that are there. Needs the lock.
     *
     * @throws StaleWriteException if a step with one of the numbers is there already
     */
    @Writes
    void append(RecallCaseId id, List<RecallStep> steps);

    /** @return the case with all its steps, or empty */
    Optional<RecallCase> find(RecallCaseId id);

    /** @return the cases that are not closed and in which a notice was queued, by number */
    List<RecallCase> openWithNotices();

    /** @return of each case that is not closed, the number of the step that says its newest scope */
    Map<RecallCaseId, Integer> openScopes();

    /**
     * @param closed whether closed cases are looked for, or those that are not
     * @param before the last case of the page before; empty for the first page
     * @param limit how many at most; as many come while there may be more
     * @return a page of these cases, newest first
     */
    List<RecallCase> newest(boolean closed, Optional<RecallCaseId> before, int limit);

    /** @return all cases by number */
    List<RecallCase> all();
}
