package org.lottrace.api.store;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.InterchangeStatus;
import org.osgi.annotation.versioning.ProviderType;

/** The interchange log, duplicate control, and the bytes that wait to be sent. */
@ProviderType
public interface InterchangeStore {
    /**
     * Stores a new record.
     *
     * @param record its id is ignored
     * @param key makes it unique: a second record with the same key is not stored; empty for a record that may repeat
     * @param content the bytes of the interchange
     * @return the id, or empty when the key was there already
     */
    Optional<Long> insert(InterchangeRecord record, Optional<String> key, byte[] content);

    /** @return the record with that key, or empty */
    Optional<InterchangeRecord> find(String key);

    /** @return outbound records whose file is not known to be written, {@code PENDING} or {@code SENDING}, oldest first */
    List<InterchangeRecord> pending();

    /** @return the bytes of the interchange */
    byte[] content(long id);

    /** Changes the status of a record. */
    void setStatus(long id, InterchangeStatus status);

    /**
     * Changes the status of a record if it is the expected one: of two callers at the same time one succeeds.
     *
     * @return false when it was another one; nothing is changed then
     */
    boolean replaceStatus(long id, InterchangeStatus expected, InterchangeStatus status);

    /** @return the newest records, newest first */
    List<InterchangeRecord> recent(int limit);
}
