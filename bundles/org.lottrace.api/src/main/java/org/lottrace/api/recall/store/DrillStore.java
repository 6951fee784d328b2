package org.lottrace.api.recall.store;

import java.util.List;
import org.lottrace.api.recall.Drill;
import org.lottrace.api.transaction.Writes;
import org.osgi.annotation.versioning.ProviderType;

/** The records of mock recalls. They are never changed. */
@ProviderType
public interface DrillStore {
    /**
     * Stores a new record.
     *
     * @param drill its id is ignored
     * @return the record with its id
     */
    @Writes
    Drill insert(Drill drill);

    /** @return at most {@code limit} records, newest first */
    List<Drill> recent(int limit);
}
