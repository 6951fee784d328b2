package org.lottrace.api.event.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.EventFilter;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.InForce;
import org.lottrace.api.event.LinePrice;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.MovementFilter;
import org.lottrace.api.event.MovementPage;
import org.lottrace.api.event.MovementPlace;
import org.lottrace.api.event.NewestEvents;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.genealogy.Handover;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.transaction.Writes;
import org.osgi.annotation.versioning.ProviderType;

/** The events. Only the ledger writes here; there is no update and no delete. */
@ProviderType
public interface LedgerStore {
    /** So many events are read at a time where all are wanted. */
    int PAGE = 500;

    /**
     * Says what the unit of work is going to record, so that what it asks for it travels together: the event of that id, the site, the
     * lots and their items now, and later, together with the locks under which they are asked, what {@link #linesAfter} and the sums of
     * reservations are asked for. Changes no answer and takes no lock.
     *
     * @param after the moment that {@link #linesAfter} will be asked for
     * @param lots that the request names
     * @return whether an event of that id is recorded already
     */
    boolean readAhead(EventId id, SiteId site, Instant after, Collection<LotReference> lots);

    /**
     * Locks the head until the end of the unit of work, so that events get positions without gaps and each hash covers
     * the one before.
     */
    @Writes
    LedgerHead lockHead();

    /** @return the head as it is committed, without a lock */
    LedgerHead head();

    /**
     * Writes what an event sets, which needs no position: before the head is locked, so that it is not locked for it.
     * {@link #append} in the same unit of work writes the rest; without it the unit of work must be rolled back.
     */
    @Writes
    void writeDispositions(TraceEvent event);

    /**
     * Stores an event behind the locked head.
     *
     * @throws IllegalStateException if its position is not the one after the head
     */
    @Writes
    void append(RecordedEvent event);

    /** @return the event, or empty */
    Optional<RecordedEvent> find(EventId id);

    /** @return those of the events that are recorded, by their ids */
    Map<EventId, RecordedEvent> find(Collection<EventId> ids);

    /** @return the events that name the document, by position */
    List<RecordedEvent> byDocument(DocumentReference document);

    /** @return the positions of the events that name the document, in their order */
    List<Long> positionsOf(DocumentReference document);

    /** @return at most {@code limit} events after {@code position}, by position */
    List<RecordedEvent> after(long position, int limit);

    /**
     * @return at most {@code limit} events after {@code position} that have a line, an edge or a disposition change of one
     *     of the lots, by position, each whole
     */
    List<RecordedEvent> eventsOf(Collection<LotKey> lots, long position, int limit);

    /**
     * @return at most {@code limit} events before {@code position} that brought goods into the logistic unit, moved it, took goods out of
     *     it, put it into another one, or took it out of that; the newest first
     */
    List<RecordedEvent> ofUnit(Sscc unit, long position, int limit);

    /**
     * @param item absent: of any item
     * @return the events in force ({@link InForce}) of which a line of the item, of whatever lot, says one of the serial numbers
     *     ({@link org.lottrace.api.event.KeyDataElement#SERIAL}), by position, each whole
     */
    List<RecordedEvent> ofPieces(ItemNumber item, Collection<String> serials);

    /**
     * @param item absent: of any item, and there may be many whose pieces are numbered alike
     * @return as {@link #ofPieces}, of one serial number, the newest first, {@code limit} at most
     */
    List<RecordedEvent> newestOfPiece(Optional<ItemNumber> item, String serial, int limit);

    /** As {@link org.lottrace.api.event.Ledger#newest} says, before {@code position}. */
    NewestEvents newest(EventFilter filter, long position, int limit);

    /**
     * As {@link org.lottrace.api.event.MovementList#list} says.
     *
     * @param after goes on after that movement
     */
    MovementPage movements(MovementFilter filter, MovementPlace after, int limit);

    /**
     * Reads the ledger to its end, some events at a time.
     *
     * @param position of the last event before the first one that is wanted
     * @param taker is given each event after {@code position}, by position
     * @return the position of the last event that was given; {@code position} when there was none
     */
    default long eachAfter(long position, Consumer<RecordedEvent> taker) {
        long reached = position;
        for (List<RecordedEvent> page = after(reached, PAGE); !page.isEmpty(); page = after(reached, PAGE)) {
            page.forEach(taker);
            reached = page.get(page.size() - 1).position();
        }
        return reached;
    }

    /**
     * @return what has left for each line of the order, in the base unit: by shipments that were not reversed. Goods of another item than
     *     a line of a sales order wants count for no line
     */
    Map<OrderLineReference, Quantity> shipped(DocumentReference order);

    /** @return as {@link #shipped(DocumentReference)}, for the sales orders with those numbers together */
    Map<OrderLineReference, Quantity> shippedForSalesOrders(Collection<String> numbers);

    /** @return what was dispatched for each line of the transfer orders with those numbers, in the base unit: by transfers that were not reversed */
    Map<OrderLineReference, Quantity> dispatchedForTransferOrders(Collection<String> numbers);

    /** @return what has come for each line of the order, in the base unit: by receipts that were not reversed */
    Map<OrderLineReference, Quantity> received(DocumentReference order);

    /** @return the price in the record of the newest receipt or opening stock of the item that has one, reversed or not */
    Optional<LinePrice> lastPrice(ItemNumber item);

    /** @return every event that {@link #eventsOf} gives for the lots, read some at a time; none for no lots */
    default List<RecordedEvent> historyOf(Collection<LotKey> lots) {
        List<RecordedEvent> history = new ArrayList<>();
        List<RecordedEvent> page = lots.isEmpty() ? List.of() : eventsOf(lots, 0, PAGE);
        while (!page.isEmpty()) {
            history.addAll(page);
            page = eventsOf(lots, page.get(page.size() - 1).position(), PAGE);
        }
        return history;
    }

    /**
     * @return the position of the last event that was recorded by that instant; 0 when there is none. Positions are given in the order
     *     of recording
     */
    long lastRecordedBy(Instant instant);

    /**
     * @return the events up to that position that decided something of one of the lots or say what is known of it (disposition and lot
     *     changes), and the reversals of those, by position, each whole
     */
    List<RecordedEvent> decisionsOf(Collection<LotKey> lots, long upTo);

    /** @return what {@link #decisionsOf(Collection, long)} gives, of the events that count; a reversal takes back as of what it reverses */
    default List<RecordedEvent> decisionsOf(Collection<LotKey> lots, AsOf asOf) {
        return decisionsOf(lots, upTo(asOf)).stream()
                .filter(recorded -> counts(recorded, asOf))
                .toList();
    }

    /**
     * @param now the lot as it is known now
     * @return as it was known; empty when it was registered later. A lot of which no event that counts says anything was as the first one
     *     of all says that it had been, or as it is now
     */
    default Optional<Lot> known(Lot now, AsOf asOf) {
        List<RecordedEvent> all = decisionsOf(List.of(now.key()), Long.MAX_VALUE);
        return known(now, all, counting(all, asOf));
    }

    /**
     * As {@link #known(Lot, AsOf)}, for who has read the events.
     *
     * @param all that say something of the lot, by position
     * @param counting those of them that count
     */
    static Optional<Lot> known(Lot now, List<RecordedEvent> all, List<RecordedEvent> counting) {
        Optional<Lot> then = LotChange.newest(counting, now.key()).map(LotChange::toLot);
        return then.isPresent()
                ? then
                : LotChange.first(all, now.key()).map(LotChange::toLotBefore).orElse(Optional.of(now));
    }

    /** @return those of the events that count, in their order */
    default List<RecordedEvent> counting(List<RecordedEvent> events, AsOf asOf) {
        long upTo = upTo(asOf);
        return events.stream()
                .filter(recorded -> recorded.position() <= upTo && counts(recorded, asOf))
                .toList();
    }

    /** @return the position of the last event that may count, by where the ledger ended and when it was recorded */
    default long upTo(AsOf asOf) {
        long position = asOf.position().orElse(Long.MAX_VALUE);
        return asOf.knownAt()
                .map(instant -> Math.min(position, lastRecordedBy(instant)))
                .orElse(position);
    }

    /**
     * @return whether an event up to {@link #upTo} counts, by when it happened. A reversal takes its event back as of when that
     *     happened
     */
    static boolean counts(RecordedEvent recorded, AsOf asOf) {
        return InForce.reversedBy(recorded.event()).isPresent()
                || asOf.hasHappened(recorded.event().context().effective());
    }

    /** @return for each of the lots the newest change that says what is known of it; none for a lot that no event registered */
    List<LotChange> newestChanges(Collection<LotKey> lots);

    /**
     * @return every line of one of the lots in an event that is in force ({@link InForce}) and happened after that moment;
     *     of each lot in ledger order
     */
    List<LaterLine> linesAfter(Collection<LotKey> lots, Instant moment);

    /** @return what events in force have put into stock at each position as opening stock of the lots */
    List<StockBalance> opened(Collection<LotKey> lots);

    /**
     * @return every line between one of the lots and a {@link PlaceKind#PARTY} of an event that is in force
     *     ({@link InForce}), in ledger order
     */
    List<Handover> handovers(Collection<LotKey> lots);
}
