package org.lottrace.cost.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.Money;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.cost.store.ConsignedLine;
import org.lottrace.api.cost.store.CostStore;
import org.lottrace.api.cost.store.KeptCost;
import org.lottrace.api.cost.store.KeptLayer;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.LotKey;

/**
 * The books of one company, or the common ones, while a page of events is booked. What was read is not read again, and what is booked is written in one statement for each
 * table: at the end, or before the journal is read.
 */
final class PageOfBooks implements Books {
    private final CostStore costs;
    private final Books stored;
    private final OrdersInProcess orders;
    private final Map<LotKey, Optional<KeptCost>> lots = new HashMap<>();
    private final Map<ItemNumber, SortedMap<LotKey, KeptCost>> left = new HashMap<>();
    private final Map<ItemNumber, SortedMap<Long, KeptLayer>> layers = new HashMap<>();
    private final List<JournalEntry> newEntries = new ArrayList<>();
    private final Map<DocumentReference, List<JournalLine>> newOf = new HashMap<>();
    private final Set<LotKey> changedLots = new HashSet<>();
    private final Map<Place, KeptLayer> changedLayers = new HashMap<>();
    private final Map<Place, KeptLayer> goneLayers = new HashMap<>();
    private final Set<LotKey> unread;
    private final Map<DocumentReference, Boolean> withCosts = new HashMap<>();
    private final Set<DocumentReference> unreadOrders;

    private record Place(ItemNumber item, long number) {
        static Place of(KeptLayer layer) {
            return new Place(layer.lot().item(), layer.place());
        }
    }

    /**
     * @param named lots of all events of the page: when the cost of the first lot is read, theirs are, too
     * @param purchases purchase orders of all its receipts, which are asked for together, too
     */
    PageOfBooks(
            CostStore costs,
            Books stored,
            OrdersInProcess orders,
            Set<LotKey> named,
            Set<DocumentReference> purchases) {
        unreadOrders = new HashSet<>(purchases);
        this.costs = costs;
        this.stored = stored;
        this.orders = orders;
        unread = new HashSet<>(named);
    }

    /** @param documents that the event names */
    void post(JournalEntry entry, List<DocumentReference> documents) {
        newEntries.add(entry);
        if (entry.type() == EventType.COST) {
            documents.forEach(document -> withCosts.put(document, true));
        }
        documents.stream()
                .distinct()
                .filter(document -> document.type() == DocumentType.PRODUCTION_ORDER)
                .forEach(order ->
                        newOf.computeIfAbsent(order, none -> new ArrayList<>()).addAll(entry.lines()));
        orders.booked(documents, entry.lines());
    }

    void save(Collection<KeptCost> changed) {
        changed.forEach(kept -> {
            LotKey lot = kept.cost().lot();
            lots.put(lot, Optional.of(kept));
            changedLots.add(lot);
            Optional.ofNullable(left.get(lot.item())).ifPresent(ofItem -> keep(kept, ofItem));
        });
    }

    private static void keep(KeptCost kept, Map<LotKey, KeptCost> ofItem) {
        LotCost cost = kept.cost();
        if (isNothing(cost.onStock()) && isNothing(cost.inProcess())) {
            ofItem.remove(cost.lot());
        } else {
            ofItem.put(cost.lot(), kept);
        }
    }

    private static boolean isNothing(CostedQuantity amount) {
        return amount.quantity().isZero() && amount.value().isZero();
    }

    void save(List<KeptLayer> changed, List<KeptLayer> gone) {
        gone.forEach(layer -> {
            ofItem(layer).remove(layer.place());
            changedLayers.remove(Place.of(layer));
            goneLayers.put(Place.of(layer), layer);
        });
        changed.forEach(layer -> {
            ofItem(layer).put(layer.place(), layer);
            goneLayers.remove(Place.of(layer));
            changedLayers.put(Place.of(layer), layer);
        });
    }

    private SortedMap<Long, KeptLayer> ofItem(KeptLayer layer) {
        return layers.get(layer.lot().item()); // it was read before it was changed
    }

    /** Writes what was booked since the last time. */
    void write() {
        if (!newEntries.isEmpty()) {
            costs.post(newEntries);
        }
        if (!changedLots.isEmpty()) {
            costs.save(
                    changedLots.stream().map(lot -> lots.get(lot).orElseThrow()).toList());
        }
        if (!changedLayers.isEmpty() || !goneLayers.isEmpty()) {
            costs.saveLayers(changedLayers.values(), goneLayers.values());
        }
        newEntries.clear();
        newOf.clear();
        changedLots.clear();
        changedLayers.clear();
        goneLayers.clear();
    }

    @Override
    public List<KeptCost> costsOf(Collection<LotKey> wanted) {
        Set<LotKey> unknown = new HashSet<>(unread);
        unread.clear();
        unknown.addAll(wanted);
        unknown.removeAll(lots.keySet());
        if (!unknown.isEmpty()) {
            unknown.forEach(lot -> lots.put(lot, Optional.empty()));
            stored.costsOf(unknown).forEach(kept -> lots.put(kept.cost().lot(), Optional.of(kept)));
        }
        return wanted.stream().distinct().flatMap(lot -> lots.get(lot).stream()).toList();
    }

    @Override
    public List<KeptCost> left(ItemNumber item) {
        return List.copyOf(left.computeIfAbsent(item, this::readLeft).values());
    }

    private SortedMap<LotKey, KeptCost> readLeft(ItemNumber item) {
        SortedMap<LotKey, KeptCost> ofItem = new TreeMap<>();
        stored.left(item).forEach(kept -> ofItem.put(kept.cost().lot(), kept));
        changedLots.stream()
                .filter(lot -> lot.item().equals(item))
                .forEach(lot -> keep(lots.get(lot).orElseThrow(), ofItem));
        return ofItem;
    }

    @Override
    public List<KeptLayer> layers(ItemNumber item) {
        return List.copyOf(layers.computeIfAbsent(item, this::readLayers).values());
    }

    /** Layers change only after they were read. */
    private SortedMap<Long, KeptLayer> readLayers(ItemNumber item) {
        SortedMap<Long, KeptLayer> ofItem = new TreeMap<>();
        stored.layers(item).forEach(layer -> ofItem.put(layer.place(), layer));
        return ofItem;
    }

    @Override
    public InProcess inProcess(DocumentReference order, Money nothing) {
        return orders.of(order, () -> stored.inProcess(order, nothing).with(newOf.getOrDefault(order, List.of())));
    }

    @Override
    public Map<LotKey, Long> firstNumbers(Collection<LotKey> wanted) {
        write();
        return stored.firstNumbers(wanted);
    }

    @Override
    public boolean hasCosts(DocumentReference order) {
        if (!withCosts.containsKey(order)) {
            Set<DocumentReference> unknown = new HashSet<>(unreadOrders);
            unreadOrders.clear();
            unknown.add(order);
            unknown.removeAll(withCosts.keySet());
            Set<DocumentReference> found = costs.withCosts(unknown);
            unknown.forEach(one -> withCosts.put(one, found.contains(one)));
        }
        return withCosts.get(order);
    }

    @Override
    public List<JournalEntry> ofDocument(DocumentReference document) {
        write();
        return stored.ofDocument(document);
    }

    @Override
    public Optional<JournalEntry> ofEvent(EventId event) {
        write();
        return stored.ofEvent(event);
    }

    @Override
    public List<TraceEvent> events(Collection<EventId> ids) {
        return stored.events(ids);
    }

    @Override
    public List<JournalEntry> ofLot(LotKey lot) {
        write();
        return stored.ofLot(lot);
    }

    @Override
    public List<ConsignedLine> consigned(LotKey lot) {
        write();
        return stored.consigned(lot);
    }

    @Override
    public List<Long> numbersOf(Collection<LotKey> wanted) {
        write();
        return stored.numbersOf(wanted);
    }

    @Override
    public List<JournalEntry> numbered(Collection<Long> numbers) {
        write();
        return stored.numbered(numbers);
    }
}
