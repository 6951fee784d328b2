package org.lottrace.cost.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.Money;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.cost.store.ConsignedLine;
import org.lottrace.api.cost.store.KeptCost;
import org.lottrace.api.cost.store.KeptLayer;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.LotKey;

/** What has been booked so far, as the rules see it. */
interface Books {
    /** @return what is left of those of the lots that ever had a cost */
    List<KeptCost> costsOf(Collection<LotKey> lots);

    /** @return what is left of the lots of the item, as far as anything is */
    List<KeptCost> left(ItemNumber item);

    /** @return the layers of an item that is valued first in, first out, by place */
    List<KeptLayer> layers(ItemNumber item);

    /** @return of those of the lots that were ever booked, the number of the first entry for each */
    Map<LotKey, Long> firstNumbers(Collection<LotKey> lots);

    /**
     * @return the entries of every event that names the document, by number; of a purchase order also those that took over goods that
     *     came for it on consignment
     */
    List<JournalEntry> ofDocument(DocumentReference document);

    /** @return whether a document of costs, such as an invoice, names the purchase order and is booked */
    default boolean hasCosts(DocumentReference order) {
        return ofDocument(order).stream().anyMatch(entry -> entry.type() == EventType.COST);
    }

    /**
     * @param nothing no money
     * @return what the entries of every event that names the order leave in process
     */
    default InProcess inProcess(DocumentReference order, Money nothing) {
        InProcess inProcess = new InProcess(nothing);
        ofDocument(order).forEach(entry -> inProcess.with(entry.lines()));
        return inProcess;
    }

    /** @return the entry of the event; empty when it moved no value */
    Optional<JournalEntry> ofEvent(EventId event);

    /** @return these events, by position; each is recorded */
    List<TraceEvent> events(Collection<EventId> ids);

    /** @return the entries with a line for the lot, by number */
    List<JournalEntry> ofLot(LotKey lot);

    /** @return the lines of the journal on CONSIGNED_GOODS of the lot, in their order */
    List<ConsignedLine> consigned(LotKey lot);

    /** @return the numbers of the entries with a line for one of the lots, each once, in their order */
    List<Long> numbersOf(Collection<LotKey> lots);

    /** @return those of the entries with these numbers that there are, by number */
    List<JournalEntry> numbered(Collection<Long> numbers);

    /** @return what the entries leave on the account, by lot */
    static Map<LotKey, Layer> balances(List<JournalEntry> entries, Account account) {
        return balances(entries, account, line -> line.lot().orElseThrow());
    }

    /** @return what the entries leave on the account, by a part of their lines */
    static <K> Map<K, Layer> balances(List<JournalEntry> entries, Account account, Function<JournalLine, K> part) {
        Map<K, Layer> balances = new HashMap<>();
        entries.stream()
                .flatMap(entry -> entry.lines().stream())
                .filter(line -> line.account() == account)
                .forEach(line -> balances.merge(
                        part.apply(line), Layer.of(costed(line)), (before, change) -> before.plus(change.left())));
        return balances;
    }

    /** @return quantity and amount of a line that has a lot */
    static CostedQuantity costed(JournalLine line) {
        return new CostedQuantity(line.quantity().orElseThrow(), line.amount());
    }
}
