package org.lottrace.api.cost.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.ConsignmentUse;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.EventId;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.transaction.Writes;
import org.osgi.annotation.versioning.ProviderType;

/** Lot values and the journal. Only the cost bundle writes here, as a follower of the ledger. */
@ProviderType
public interface CostStore {
    /** @return quantity and value of the lots that ever had a cost, by lot; what is used up is there with zero */
    List<LotCost> of(Collection<LotKey> lots);

    /** @return the same, each with its unit cost, by lot */
    List<KeptCost> kept(Collection<LotKey> lots);

    /** @return those of the lots of the item that have a quantity or a value left, each with its unit cost, by lot */
    List<KeptCost> keptOf(ItemNumber item);

    /** Inserts or replaces quantity, value and unit cost of each lot. */
    @Writes
    void save(Collection<KeptCost> costs);

    /** @return the layers of the item, by place; none unless it is valued first in, first out */
    List<KeptLayer> layers(ItemNumber item);

    /**
     * Inserts or replaces layers.
     *
     * @param gone of which there is nothing left to know
     */
    @Writes
    void saveLayers(Collection<KeptLayer> layers, Collection<KeptLayer> gone);

    /** @return of those of the lots that were ever booked, the number of the first entry for each */
    Map<LotKey, Long> firstNumbers(Collection<LotKey> lots);

    /**
     * @return at most {@code limit} lots with a quantity or a value left, after that one or from the beginning, in the order in
     *     which they were registered
     * @throws UnknownCursorException if {@code after} is no lot
     */
    List<LotCost> inventory(Optional<LotKey> after, int limit);

    /** @return the value of all of them together; empty when there is none */
    Optional<Money> inventoryValue();

    /**
     * Stores new entries; entries are never changed.
     *
     * @throws StaleWriteException if there is one with such a number
     */
    @Writes
    void post(List<JournalEntry> entries);

    /**
     * @return of the entries of every event that names the order, the lines on WORK_IN_PROCESS and CONVERSION_IN_PROCESS in their order; they
     *     say no line of an order
     */
    List<JournalLine> inProcess(DocumentReference order);

    /** @return those of the purchase orders that an event of the type COST names which has an entry */
    Set<DocumentReference> withCosts(Collection<DocumentReference> orders);

    /** @return number of the newest entry, 0 when there is none */
    long lastNumber();

    /** @return the entries of these events, by number; an event that moved no value has none */
    List<JournalEntry> ofEvents(Collection<EventId> events);

    /** @return those of the entries with these numbers that there are, by number */
    List<JournalEntry> numbered(Collection<Long> numbers);

    /** @return the entries with a line for the lot, by number */
    List<JournalEntry> ofLot(LotKey lot);

    /** @return the numbers of the entries with a line for one of the lots, each once, in their order; these may be many */
    List<Long> numbersOf(Collection<LotKey> lots);

    /** @return the lots with a line on the account; these may be many */
    Set<LotKey> lotsOn(Account account);

    /** @return what of the lots was sold, at cost: everything booked on that account for them; empty when nothing was */
    Optional<Money> costOfGoodsSold(Collection<LotKey> lots);

    /**
     * @param after of the day {@code from} only entries with a higher number than this
     * @return entries with an accounting date from {@code from} to {@code to}, both included, by date and number, so many at most
     */
    List<JournalEntry> between(LocalDate from, LocalDate to, long after, int limit);

    /** @return entries with a number above {@code number}, by number, so many at most */
    List<JournalEntry> after(long number, int limit);

    /** @return the highest position in the ledger of an event that has an entry, 0 when there is none */
    long lastPosition();

    /** @return the highest number of an entry that was booked when the books had come to that position, 0 when there is none */
    long numberAt(long ledgerPosition);

    /**
     * @param day the last accounting date that counts
     * @param known the highest number of an entry that counts
     * @return at most {@code limit} lots that these entries leave a quantity or a value of, after that one or from the beginning, in
     *     the order in which they were registered
     * @throws UnknownCursorException if {@code after} is no lot
     */
    List<LotCost> asOf(LocalDate day, long known, Optional<LotKey> after, int limit);

    /** @return entries with an accounting date up to {@code day} and a number above {@code number}, by number, so many at most */
    List<JournalEntry> later(LocalDate day, long number, int limit);

    /** @return entries that came late for a day from {@code from} to {@code to} with a number above {@code after}, by number, so many at most */
    List<JournalEntry> late(LocalDate from, LocalDate to, long after, int limit);

    /** @return the lines on CONSIGNED_GOODS of the lot, in the order of the journal */
    List<ConsignedLine> consigned(LotKey lot);

    /** @return the numbers of the entries with such a line for one of the lots, each once, in their order */
    List<Long> numbersOfConsigned(Collection<LotKey> lots);

    /**
     * @param supplier only what came for orders with this one; empty for all
     * @param skip how many were shown before
     * @param limit how many at most
     * @return what lies here on consignment, by supplier, item, lot and order line
     */
    List<ConsignedStock> consignedStock(Optional<PartyId> supplier, int skip, int limit);

    /**
     * @param from first accounting date that counts
     * @param to last one
     * @param supplier only what came for orders with this one; empty for all
     * @param skip how many were shown before
     * @param limit how many at most
     * @return what became ours of goods on consignment, and negative what of that was reversed, in the order of the journal
     */
    List<ConsignmentUse> consignedUsed(LocalDate from, LocalDate to, Optional<PartyId> supplier, int skip, int limit);

    /** Deletes every lot value, every layer and every entry, to book all events again. */
    @Writes
    void clear();
}
