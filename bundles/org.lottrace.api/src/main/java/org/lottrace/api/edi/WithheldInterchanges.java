package org.lottrace.api.edi;

import java.util.Collection;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Stops interchanges whose file has not been written yet, and lets them go again. Needs no partner and no folder, so that a
 * recall can stop ship notices however EDI is configured.
 */
@ProviderType
public interface WithheldInterchanges {
    /**
     * Withholds a set that waits to be sent. A file that is being written just now is sent if it can be; if not, it is
     * withheld. Idempotent; the record is locked until the end of the caller's unit of work.
     *
     * @param code of the transaction set
     * @param key as {@link OutboundTransactionSet#key()}
     * @return true when it was waiting and is certainly withheld now
     * @throws IllegalStateException if this thread is in no unit of work
     */
    boolean withhold(String code, String key);

    /**
     * As {@link #withhold(String, String)}, of many: one question finds those that wait.
     *
     * @return the keys of those that are certainly withheld now, and waited before
     */
    Set<String> withhold(String code, Collection<String> keys);

    /** @return those of the keys whose set waits to be sent, so that {@link #withhold(String, Collection)} would stop it; locks nothing */
    Set<String> waiting(String code, Collection<String> keys);

    /**
     * Sends sets after all that were withheld; one question finds those that are. Idempotent; the records are locked until the end of the
     * caller's unit of work.
     *
     * @return the keys of those that were withheld and wait to be sent now
     * @throws IllegalStateException if this thread is in no unit of work
     */
    Set<String> release(String code, Collection<String> keys);
}
