package org.lottrace.cost.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.store.ConsignedLine;
import org.lottrace.api.cost.store.CostStore;
import org.lottrace.api.cost.store.KeptCost;
import org.lottrace.api.cost.store.KeptLayer;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.LotKey;

/** The books as the stores have them. */
record StoredBooks(CostStore costs, LedgerStore ledger) implements Books {
    @Override
    public List<KeptCost> costsOf(Collection<LotKey> lots) {
        return costs.kept(lots);
    }

    @Override
    public List<KeptCost> left(ItemNumber item) {
        return costs.keptOf(item);
    }

    @Override
    public List<KeptLayer> layers(ItemNumber item) {
        return costs.layers(item);
    }

    @Override
    public Map<LotKey, Long> firstNumbers(Collection<LotKey> lots) {
        return costs.firstNumbers(lots);
    }

    @Override
    public List<JournalEntry> ofDocument(DocumentReference document) {
        SortedMap<Long, JournalEntry> all = new TreeMap<>();
        List<JournalEntry> found = costs.ofEvents(ledger.byDocument(document).stream()
                .map(recorded -> recorded.event().id())
                .toList());
        found.forEach(entry -> all.put(entry.number(), entry));
        Set<LotKey> known = new HashSet<>();
        while (document.type() == DocumentType.PURCHASE_ORDER) { // goods that are split lie here in other lots
            Set<LotKey> lots = consigned(document, found);
            lots.removeAll(known);
            if (lots.isEmpty()) {
                break;
            }
            known.addAll(lots);
            found = costs.numbered(costs.numbersOfConsigned(lots).stream()
                    .filter(number -> !all.containsKey(number))
                    .toList());
            found.forEach(entry -> all.put(entry.number(), entry));
        }
        return List.copyOf(all.values());
    }

    @Override
    public boolean hasCosts(DocumentReference order) {
        return !costs.withCosts(List.of(order)).isEmpty();
    }

    private static Set<LotKey> consigned(DocumentReference order, List<JournalEntry> entries) {
        return entries.stream()
                .flatMap(entry -> entry.lines().stream())
                .filter(line -> line.account() == Account.CONSIGNED_GOODS
                        && line.orderLine()
                                .filter(of -> of.order().equals(order))
                                .isPresent())
                .flatMap(line -> line.lot().stream())
                .collect(Collectors.toSet());
    }

    @Override
    public InProcess inProcess(DocumentReference order, Money nothing) {
        return new InProcess(nothing).with(costs.inProcess(order));
    }

    @Override
    public List<ConsignedLine> consigned(LotKey lot) {
        return costs.consigned(lot);
    }

    @Override
    public Optional<JournalEntry> ofEvent(EventId event) {
        return costs.ofEvents(List.of(event)).stream().findFirst();
    }

    @Override
    public List<TraceEvent> events(Collection<EventId> ids) {
        return ledger.find(ids).values().stream()
                .sorted(Comparator.comparing(RecordedEvent::position))
                .map(RecordedEvent::event)
                .toList();
    }

    @Override
    public List<JournalEntry> ofLot(LotKey lot) {
        return costs.ofLot(lot);
    }

    @Override
    public List<Long> numbersOf(Collection<LotKey> lots) {
        return costs.numbersOf(lots);
    }

    @Override
    public List<JournalEntry> numbered(Collection<Long> numbers) {
        return costs.numbered(numbers);
    }
}
