package org.lottrace.api.event;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Refusals;
import org.lottrace.api.outcome.Outcome;
import org.osgi.annotation.versioning.ProviderType;

/** The append-only record of everything that happened to lots, and its only writer. */
@Refusals({
    "EVENT_ID_REUSED",
    "LOT_UNKNOWN",
    "STOCK_INSUFFICIENT",
    "STOCK_RESERVED",
    "UNIT_NOT_BASE",
    "KEY_DATA_WRONG",
    "EVENT_EMPTY"
})
@ProviderType
public interface Ledger {
    /** So many events are looked at at a time where few of them may be wanted. */
    int STRETCH = 5_000;

    /**
     * Records an event and derives stock and dispositions from it, in one transaction. Joins the caller's unit of work
     * or opens one. Idempotent by event id.
     *
     * <p>Refused with {@code EVENT_ID_REUSED} (same id, other content), {@code LOT_UNKNOWN}, {@code STOCK_INSUFFICIENT}
     * (a position would go below zero), {@code STOCK_RESERVED} (what is left would be less than what is reserved),
     * {@code UNIT_NOT_BASE}, {@code KEY_DATA_WRONG} (not in the catalogue, or
     * of another type or unit) or {@code EVENT_EMPTY}; always with every reason, each naming its line.
     *
     * @return the outcome; after a refusal the caller's unit of work is unchanged
     */
    Outcome<RecordedEvent> append(TraceEvent event);

    /**
     * As {@link #append}, for who has looked for the id in this unit of work and has not found it. When somebody else has
     * recorded it meanwhile, the outermost unit of work runs again.
     */
    Outcome<RecordedEvent> appendNew(TraceEvent event);

    /** @return the event with that id, or empty */
    @Operation(name = "event.find")
    Optional<RecordedEvent> find(EventId id);

    /** @return the events that name the document, by position */
    @Operation(name = "event.list-by-document")
    List<RecordedEvent> byDocument(DocumentReference document);

    /** @return at most {@code limit} events after {@code position}, by position */
    @Operation(name = "event.list-after")
    List<RecordedEvent> after(long position, int limit);

    /**
     * Reads the ledger backwards, at most {@value #STRETCH} events at a time, however few of
     * them fit the filter: an answer without an event may have a next stretch all the same.
     *
     * @param before only events before that position; absent: from the newest on
     * @param limit how many at most, 1 to 500
     * @throws IllegalArgumentException if the limit is another number
     */
    @Operation(name = "event.list-newest")
    NewestEvents newest(EventFilter filter, Optional<Long> before, int limit);

    /** @return position of the newest event, 0 when there is none */
    @Operation(name = "ledger.head")
    long head();

    /**
     * Keeps everybody else from recording until the end of the caller's unit of work. It is the last lock that a use case
     * takes.
     *
     * @return position of the newest event, 0 when there is none
     * @throws IllegalStateException if this thread is in no unit of work
     */
    long lockHead();

    /**
     * Locks what recording events of these lots locks, in the one order, and reads together what is asked for each of them.
     * For whoever records many in one unit of work, which else would lock the lots of the second when it holds the head.
     *
     * @param ids of the events
     * @param lots that they move; those that are not registered yet are passed over
     * @param earliest when the earliest of them happened
     * @throws IllegalStateException if this thread is in no unit of work
     */
    void lockFor(Collection<EventId> ids, Collection<LotKey> lots, Instant earliest);

    /**
     * Recomputes every hash from the first event on, and compares with what this node has verified since it started. Takes
     * time in proportion to the length of the ledger.
     *
     * @return the first position whose content does not fit its hash, or from which on it is not what was verified; empty
     *     when the chain is whole
     */
    @Operation(name = "ledger.verify", takesLong = true)
    Optional<Long> firstBrokenPosition();

    /**
     * Recomputes the hashes of the events after {@code position} only, trusting the one at it: what a health check can do
     * every minute in a ledger of any length.
     *
     * @param position 0 or more; 0 for all
     * @return the first position after it whose content does not fit its hash, or empty when the chain is whole from there
     */
    @Operation(name = "ledger.verify-after", takesLong = true)
    Optional<Long> firstBrokenPositionAfter(long position);

    /** @return what this node has verified since it started: by whoever asked, and in the background; reads nothing */
    @Operation(name = "ledger.verified")
    VerifiedChain verified();

    /**
     * Goes on from the last event that this node has verified, when that one is still the same, to the newest: quick however
     * long the ledger is. After a start the first call takes longer, if the background has not come to the newest event.
     *
     * @param positions what lies around these events is recomputed once more and compared with what was verified; those
     *     behind the newest event do not matter
     */
    @Operation(name = "ledger.verify-on", takesLong = true)
    VerifiedChain verifyOn(Collection<Long> positions);
}
