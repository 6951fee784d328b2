package org.lottrace.api.cost.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.joda.money.Money;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.AccountBalance;
import org.lottrace.api.cost.CloseRow;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.cost.PeriodSnapshot;
import org.lottrace.api.cost.PeriodStep;
import org.lottrace.api.cost.UninvoicedAge;
import org.lottrace.api.cost.UninvoicedReceipt;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.transaction.Writes;
import org.osgi.annotation.versioning.ProviderType;

/** Steps of accounting periods and the figures that were fixed. There is no update and no delete. */
@ProviderType
public interface PeriodStore {
    /** @return all steps, by number; a company makes a few in a month */
    List<PeriodStep> steps();

    /** Stores a step behind the last one; the caller holds the head of the ledger. */
    @Writes
    void insert(PeriodStep step);

    /** @return the figures of those of the steps for which they were worked out, by step */
    List<PeriodSnapshot> snapshots(Collection<Long> steps);

    /** Stores the figures of a step, unless they are there. */
    @Writes
    void insert(PeriodSnapshot snapshot, Collection<LotCost> lots);

    /**
     * @return at most {@code limit} lots of the figures of that step, after that one or from the beginning, in the order in which
     *     they were registered
     * @throws UnknownCursorException if {@code after} is no lot
     */
    List<LotCost> lots(long step, Optional<LotKey> after, int limit);

    /**
     * Adds up the whole journal.
     *
     * @param known the highest number of an entry that counts
     * @return what the entries until that day leave on each account, as change and balance alike, by account
     */
    List<AccountBalance> balances(LocalDate to, long known);

    /**
     * @param known the highest number of an entry that counts
     * @return what the entries of these days, both included, change on each account, as change and balance alike, by account
     */
    List<AccountBalance> changes(LocalDate from, LocalDate to, long known);

    /** @return what the same entries change of lots, on stock and in process; of each lot that they touch */
    List<LotCost> lotChanges(LocalDate from, LocalDate to, long known);

    /** @return what all lots have now on stock, and in process; each empty when nothing is left of any */
    LotTotals totals();

    /** What all lots have together. */
    record LotTotals(Optional<Money> onStock, Optional<Money> inProcess) {
        public LotTotals {
            Objects.requireNonNull(onStock);
            Objects.requireNonNull(inProcess);
        }
    }

    /** @return what was consumed or absorbed until that day and is in process at its end, by production order and lot, the oldest first */
    List<CloseRow> inProcess(LocalDate day, int skip, int limit);

    /** @return quantities that nobody has explained at the end of that day, by lot, the oldest first */
    List<CloseRow> unexplained(LocalDate day, int skip, int limit);

    /** @return what was received until that day and not invoiced, or invoiced ahead, by order line, the oldest first */
    List<UninvoicedReceipt> uninvoiced(LocalDate day, int skip, int limit);

    /** @return the same added up by supplier and age, by supplier; the order lines of these suppliers alone are read */
    List<UninvoicedAge> uninvoicedBySupplier(LocalDate day, int skip, int limit);

    /**
     * @param known number of the last entry that counts
     * @return every line of the entries of these days on the account of the cost of goods sold, by entry
     */
    List<SoldLine> sold(LocalDate from, LocalDate to, long known);

    /**
     * @param known number of the last entry that counts
     * @param after the last lot of the page before; empty for the first page
     * @param limit how many at most; as many come while there may be more
     * @return a page of the lots with such lines, and what they add up to, in the order in which they were registered
     * @throws UnknownCursorException if {@code after} is no lot
     */
    Map<LotKey, Money> soldByLot(LocalDate from, LocalDate to, long known, Optional<LotKey> after, int limit);

    /**
     * A line of the cost of goods sold.
     *
     * @param type of the event
     * @param shipment that the event names; absent when it names none
     * @param orderLine of the sales order; absent when it was shipped without one
     * @param customer of the sales order, or else whom the event hands the lot to or takes it from
     * @param lot which lot
     * @param amount debit when positive
     */
    record SoldLine(
            EventType type,
            Optional<String> shipment,
            Optional<OrderLineReference> orderLine,
            Optional<PartyId> customer,
            Optional<LotKey> lot,
            Money amount) {
        public SoldLine {
            Objects.requireNonNull(type);
            Objects.requireNonNull(shipment);
            Objects.requireNonNull(orderLine);
            Objects.requireNonNull(customer);
            Objects.requireNonNull(lot);
            Objects.requireNonNull(amount);
        }
    }

    /** @return whether an entry of these days is for a movement that this actor captured; counts, opening stock and costs are none */
    boolean captured(String actor, LocalDate from, LocalDate to);

    /** @return the accounting date of the first entry by day; empty when there is none */
    Optional<LocalDate> firstDay();

    /** @return at most {@code limit} items, after that one or from the beginning, by number */
    List<ItemNumber> items(Optional<ItemNumber> after, int limit);

    /**
     * @param known number of the last entry that counts
     * @return the lots of these items that the entries until that day leave on stock, in the order in which they were registered
     */
    List<LotCost> onStock(Collection<ItemNumber> items, LocalDate day, long known);

    /**
     * Hands over one line after the other, so that any number of them fits into memory.
     *
     * @param known number of the last entry that counts
     * @param taker of every line of the entries of these days for lots of these items on stock and on the cost of goods sold, by entry
     * @return how many that were
     */
    long flows(Collection<ItemNumber> items, LocalDate from, LocalDate to, long known, Consumer<Flow> taker);

    /**
     * A line on INVENTORY or COST_OF_GOODS_SOLD.
     *
     * @param entry number of its entry
     * @param type of the event
     * @param account one of the two
     * @param lot which lot
     * @param orderLine line of the order; absent when it is for none
     * @param amount debit when positive
     */
    record Flow(
            long entry,
            EventType type,
            Account account,
            LotKey lot,
            Optional<OrderLineReference> orderLine,
            CostedQuantity amount) {
        public Flow {
            Objects.requireNonNull(type);
            Objects.requireNonNull(account);
            Objects.requireNonNull(lot);
            Objects.requireNonNull(orderLine);
            Objects.requireNonNull(amount);
        }
    }

    /**
     * @param known number of the last entry that counts
     * @return by entry with a line for a lot of these items that undoes another: which one, when both belong to these days
     */
    SortedMap<Long, Long> undone(Collection<ItemNumber> items, LocalDate from, LocalDate to, long known);

    /**
     * @param known number of the last entry that counts
     * @return the lots of these items of which sold goods came back in these days, or whose shipment was undone
     */
    Set<LotKey> cameBack(Collection<ItemNumber> items, LocalDate from, LocalDate to, long known);
}
