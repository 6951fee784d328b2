package org.lottrace.api.transaction;

import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Keeps apart those who replace a record only while it still is what they have seen, on whatever node they ask: a look and a writing after
 * it are one step.
 */
@ProviderType
public interface RecordLocks {
    /**
     * Runs {@code work} in a unit of work that holds the record: whoever wants to save it waits for the end, in this way or in any other. Of
     * a record that is not there, only those wait who come in this way. What was known of the record before is forgotten, unless the caller
     * has read it in this unit of work already. Opens the unit of work, or joins the caller's; so {@code work} may run again.
     *
     * @param key its number, as it is stored
     * @return what {@code work} returns
     * @throws StaleWriteException if somebody else was first, each time
     * @throws StoreUnavailableException if the database cannot be reached
     */
    <T> T alone(KeptRecord kind, String key, Supplier<T> work);
}
