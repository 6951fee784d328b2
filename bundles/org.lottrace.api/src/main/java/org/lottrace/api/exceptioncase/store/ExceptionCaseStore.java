package org.lottrace.api.exceptioncase.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.EventId;
import org.lottrace.api.exceptioncase.ExceptionCase;
import org.lottrace.api.exceptioncase.ExceptionFigures;
import org.lottrace.api.exceptioncase.ExceptionFilter;
import org.lottrace.api.transaction.Writes;
import org.osgi.annotation.versioning.ProviderType;

/** Port to exception cases. Every method joins the caller's unit of work or opens one. */
@ProviderType
public interface ExceptionCaseStore {
    /** Adds cases that are new. */
    @Writes
    void insert(List<ExceptionCase> cases);

    /** Locks the case until the end of the unit of work. */
    @Writes
    Optional<ExceptionCase> lock(long number);

    /** Replaces owner, deadline and closing of a case that is locked; the rest never changes. */
    @Writes
    void save(ExceptionCase changed);

    /** @return that case, or empty */
    Optional<ExceptionCase> find(long number);

    /** @return the cases of the event, by number */
    List<ExceptionCase> ofEvent(EventId event);

    /**
     * @param now decides what is late
     * @param after goes on after the case of that number
     * @return by deadline, then number, at most {@code limit}
     * @throws IllegalArgumentException if there is no case of the number {@code after}
     */
    List<ExceptionCase> list(ExceptionFilter filter, Instant now, Optional<Long> after, int limit);

    /** @return how many are open, and of these how many are past their deadline */
    ExceptionFigures figures(Instant now);
}
