package org.lottrace.api.allocation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What is reserved, for those whose goods it is about: goods that move take their reservations along, goods that leave use
 * them up, lots that are stopped lose them. Until goods are picked a reservation is of a lot at a site: its position is where to take
 * them from as far as is known, and changes when they are not there any more. Everything here joins the caller's unit of work or opens
 * one; lists are in the order in which reservations were made.
 */
@ProviderType
public interface Reservations {
    /**
     * Keeps allocation away from these items until the end of the caller's unit of work: two callers never look at the same
     * stock at the same time. Items are locked in one order. It is the first lock that a use case takes, before stock and
     * ledger.
     *
     * @throws IllegalStateException if this thread is in no unit of work
     */
    void lockItems(Collection<ItemNumber> items);

    /** @return the reservations for the order */
    List<Reservation> ofOrder(DocumentReference order);

    /** @return the reservations of the lots */
    List<Reservation> ofLots(Collection<LotKey> lots);

    /**
     * Takes the reservations of goods along to where the goods move, the oldest first, as far as the quantity goes. Needs the
     * lock of {@link #lockItems}.
     *
     * @param goods what moves: lot, position before, quantity
     * @param target position afterwards
     */
    void moveAlong(List<StockBalance> goods, Position target);

    /** @return true when something is reserved of one of the lots */
    boolean areReserved(Collection<LotKey> lots);

    /** As {@link #moveAlong}; what is taken along is {@link ReservationKind#PICKED} from then on. */
    void pack(List<StockBalance> goods, Position target);

    /**
     * As {@link #pack}. What is picked beyond what is reserved at its position is picked for those for whom the lot is reserved elsewhere at the
     * site and not picked yet, firm ones first, of each kind the oldest first.
     */
    void pick(List<StockBalance> goods, Position target);

    /** As {@link #moveAlong}, back from where it was picked to; what is taken along is {@link ReservationKind#FIRM} again. */
    void unpick(List<StockBalance> goods, Position target);

    /**
     * Takes a part of each reservation away, because the goods leave. Needs the lock of {@link #lockItems}.
     *
     * @param taken how much of which reservation, as it was read under the lock
     */
    void use(Map<Reservation, Quantity> taken);

    /**
     * Removes every reservation of the lots, wherever they are. Needs the lock of {@link #lockItems}.
     *
     * @return what was removed
     */
    List<Reservation> cancel(Collection<LotKey> lots);

    /**
     * Lets reservations follow the stock. Where less will be than is reserved, what is picked goes along with its goods, and what is
     * not goes to wherever else at the site so much of the lot is free and may be taken. What finds no other place stays. Needs the lock of
     * {@link #lockItems}, and that of the stock of the lots.
     *
     * @param after what there will be of lots at positions: of all that changes, nothing or more
     */
    void follow(Collection<StockBalance> after);

    /**
     * As {@link #follow}, and gives up what finds no other place, the soft ones first and the picked ones last, of each kind the newest first.
     *
     * @return what was given up; of a reservation that was made smaller the part that is gone
     */
    List<Reservation> giveUp(Collection<StockBalance> after);

    /** As {@link #giveUp(Collection)}, when all of the lots at certain positions may not be taken any more. */
    List<Reservation> giveUp(Collection<LotKey> lots, Predicate<Position> stopped);
}
