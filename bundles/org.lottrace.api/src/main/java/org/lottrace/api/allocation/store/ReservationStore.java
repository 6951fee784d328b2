package org.lottrace.api.allocation.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.transaction.Writes;
import org.osgi.annotation.versioning.ProviderType;

/** Reservations. Lists are in the order in which they were made. */
@ProviderType
public interface ReservationStore {
    /**
     * Locks allocation of these items until the end of the unit of work: two orders never look at the same stock at the
     * same time. Items are locked in one order.
     */
    @Writes
    void lockItems(Collection<ItemNumber> items);

    /** Inserts each reservation, or replaces the quantity of the one with the same order line, lot and position. */
    @Writes
    void save(Collection<Reservation> reserved);

    /** As {@link #save(Collection)}, for one. */
    @Writes
    void save(Reservation reservation);

    /** Removes each reservation with the same order line, lot and position; nothing where there is none. */
    @Writes
    void remove(Collection<Reservation> reserved);

    /** @return the reservations for the order */
    List<Reservation> ofOrder(DocumentReference order);

    /** @return the reservations for the order, and those of the lots for whatever order, each once */
    List<Reservation> ofOrderOrLots(DocumentReference order, Collection<LotKey> lots);

    /** @return as {@link #ofOrderOrLots}, for all the orders together */
    List<Reservation> ofOrdersOrLots(Collection<DocumentReference> orders, Collection<LotKey> lots);

    /** @return the reservations of the lots */
    List<Reservation> ofLots(Collection<LotKey> lots);

    /** @return at most {@code limit} numbers of orders of that type after that one for which something is reserved, by number */
    List<String> ordersAfter(DocumentType type, String number, int limit);

    /** @return at most {@code limit} soft ones that have ended by that moment, those first that ended first */
    List<Reservation> endedBy(Instant moment, int limit);

    /** @return how much is reserved of the lots at each position where something is, in no order */
    List<StockBalance> sumsOf(Collection<LotKey> lots);
}
