package org.lottrace.api.edi.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.edi.InterchangeFilter;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.transaction.Writes;
import org.lottrace.api.violation.Violation;
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
    @Writes
    Optional<Long> insert(InterchangeRecord record, Optional<String> key, byte[] content);

    /** @return the record with that key, or empty */
    Optional<InterchangeRecord> find(String key);

    /**
     * As {@link #find}, and keeps others from changing the record until the end of the unit of work.
     *
     * @throws IllegalStateException if this thread is in no unit of work
     */
    @Writes
    Optional<InterchangeRecord> lock(String key);

    /**
     * The outbound record a partner means in an acknowledgement: the newest one whose file may have been written under that
     * control number.
     *
     * @param receiver as {@link InterchangeRecord#receiver()}
     * @param control as {@link InterchangeRecord#control()}
     * @return empty when there is none
     */
    Optional<InterchangeRecord> findWritten(String receiver, String control);

    /**
     * Stores what the partner said to a record: its new status, and their problems in place of those it had. Of two answers at
     * the same time the second waits, and all of it counts.
     *
     * @throws IllegalArgumentException if there is no such record
     */
    @Writes
    void answer(long id, InterchangeStatus status, List<Violation> problems);

    /**
     * @return outbound records whose file is not known to be written, {@code PENDING}, {@code SENDING} or {@code STOPPING},
     *     oldest first
     */
    List<InterchangeRecord> pending();

    /** @return those of the keys whose record has one of the statuses, without a lock */
    List<String> keysWith(Collection<String> keys, Set<InterchangeStatus> statuses);

    /**
     * What was written to a partner and is not acknowledged.
     *
     * @param code of the transaction set
     * @param receiver as {@link InterchangeRecord#receiver()}
     * @param from written then or later, to the microsecond
     * @param until written before that
     * @return at most {@code limit} keys of sets ({@link org.lottrace.api.edi.OutboundTransactionSet#key}), the oldest first
     */
    List<String> unanswered(String code, String receiver, Instant from, Instant until, int limit);

    /** @return the key it was stored with; empty when it may repeat, or there is no such record */
    Optional<String> key(long id);

    /** @return the bytes of the interchange */
    byte[] content(long id);

    /** Changes the status of a record. */
    @Writes
    void setStatus(long id, InterchangeStatus status);

    /**
     * Changes the status of a record if it is the expected one: of two callers at the same time one succeeds.
     *
     * @return false when it was another one; nothing is changed then
     */
    @Writes
    boolean replaceStatus(long id, InterchangeStatus expected, InterchangeStatus status);

    /**
     * Says that the file of an outbound record is written: it is {@link InterchangeStatus#SENT}, if its status is the expected one.
     *
     * @param at when; from now on the time of the record
     * @return false when it was another one; nothing is changed then
     */
    @Writes
    boolean written(long id, InterchangeStatus expected, Instant at);

    /** @return the newest records, newest first */
    List<InterchangeRecord> recent(int limit);

    /** @return the record with that id, or empty */
    Optional<InterchangeRecord> find(long id);

    /**
     * @param id {@link Long#MAX_VALUE} to begin with the newest
     * @return at most {@code limit} of the records with a lower id that the filter lets through, newest first
     */
    List<InterchangeRecord> before(long id, InterchangeFilter filter, int limit);
}
