package org.lottrace.cost.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostSource;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.cost.store.ConsignedLine;
import org.lottrace.api.cost.store.KeptCost;
import org.lottrace.api.cost.store.KeptLayer;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.LotKey;

/** Books without a database, to try the rules alone. */
final class MemoryBooks implements Books {
    static final CurrencyUnit EUR = CurrencyUnit.EUR;

    private final Map<String, BigDecimal> prices = new HashMap<>();
    private final Map<LotKey, KeptCost> lots = new TreeMap<>();
    private final Map<List<Object>, KeptLayer> layers = new HashMap<>();
    private final Map<EventId, TraceEvent> events = new LinkedHashMap<>();
    private final List<JournalEntry> entries = new ArrayList<>();
    private final Map<ItemNumber, ItemValuation> methods = new HashMap<>();
    private final BookingRules rules = new BookingRules((event, line) -> price(line), EUR);

    /** The price of the purchase order for one base unit. */
    MemoryBooks priced(String order, String euros) {
        prices.put(order, new BigDecimal(euros));
        return this;
    }

    /** @return the kinds of events for which there is a rule */
    Set<EventType> booked() {
        return rules.booked();
    }

    /** Books the event and returns its entry, when it has one. */
    Optional<JournalEntry> book(TraceEvent event) {
        Posting posting = new Posting(event, this, EUR, item -> methods.getOrDefault(item, ItemValuation.LOT_ACTUAL));
        rules.book(event, posting);
        if (MethodText.isChange(event)) {
            methods.put(MethodText.item(event), MethodText.valuation(event));
        }
        events.put(event.id(), event);
        RecordedEvent recorded = new RecordedEvent(event, events.size(), Bakery.NOW, "");
        Optional<JournalEntry> entry = posting.entry(recorded, entries.size() + 1L, Optional.empty(), Optional.empty());
        entry.ifPresent(entries::add);
        posting.layers()
                .gone()
                .forEach(layer -> layers.remove(List.of(layer.lot().item().value(), layer.place())));
        posting.layers()
                .changed()
                .forEach(layer -> layers.put(List.of(layer.lot().item().value(), layer.place()), layer));
        posting.lots().forEach(kept -> lots.put(kept.cost().lot(), kept));
        return entry;
    }

    /** @return books in which the same was booked, to go on with otherwise */
    MemoryBooks copy() {
        MemoryBooks copy = new MemoryBooks();
        copy.prices.putAll(prices);
        events.values().forEach(copy::book);
        return copy;
    }

    void bookAll(TraceEvent... happened) {
        for (TraceEvent event : happened) {
            book(event);
        }
    }

    Optional<LotCost> costOf(LotKey lot) {
        return Optional.ofNullable(lots.get(lot)).map(KeptCost::cost);
    }

    Money valueOf(LotKey lot) {
        return costOf(lot).orElseThrow().value();
    }

    /** Debits less credits. */
    Money balance(Account account) {
        return entries.stream()
                .flatMap(entry -> entry.lines().stream())
                .filter(line -> line.account() == account)
                .map(JournalLine::amount)
                .reduce(Money.zero(EUR), Money::plus);
    }

    List<CostSource> sourcesOf(LotKey lot) {
        return SourceTree.of(lot, this);
    }

    List<LotCost> lots() {
        return lots.values().stream().map(KeptCost::cost).toList();
    }

    List<KeptCost> kept() {
        return List.copyOf(lots.values());
    }

    List<TraceEvent> events() {
        return List.copyOf(events.values());
    }

    List<JournalEntry> entries() {
        return List.copyOf(entries);
    }

    @Override
    public List<KeptCost> costsOf(Collection<LotKey> wanted) {
        return wanted.stream().filter(lots::containsKey).map(lots::get).toList();
    }

    @Override
    public List<KeptCost> left(ItemNumber item) {
        return lots.values().stream()
                .filter(kept -> kept.cost().lot().item().equals(item))
                .filter(kept -> !kept.cost().onStock().quantity().isZero()
                        || !kept.cost().value().isZero())
                .toList();
    }

    @Override
    public List<KeptLayer> layers(ItemNumber item) {
        return layers.values().stream()
                .filter(layer -> layer.lot().item().equals(item))
                .sorted(Comparator.comparing(KeptLayer::place))
                .toList();
    }

    @Override
    public Map<LotKey, Long> firstNumbers(Collection<LotKey> wanted) {
        Map<LotKey, Long> first = new HashMap<>();
        wanted.forEach(lot -> ofLot(lot).stream().findFirst().ifPresent(entry -> first.put(lot, entry.number())));
        return first;
    }

    @Override
    public List<JournalEntry> ofDocument(DocumentReference document) {
        return entries.stream()
                .filter(entry -> events.get(entry.event()).documents().contains(document)
                        || entry.lines().stream()
                                .anyMatch(line -> line.account() == Account.CONSIGNED_GOODS
                                        && line.orderLine()
                                                .filter(of -> of.order().equals(document))
                                                .isPresent()))
                .toList();
    }

    @Override
    public List<ConsignedLine> consigned(LotKey lot) {
        return entries.stream()
                .flatMap(entry -> entry.lines().stream()
                        .filter(line -> line.account() == Account.CONSIGNED_GOODS
                                && line.lot().equals(Optional.of(lot)))
                        .map(line -> new ConsignedLine(
                                entry.event(),
                                entry.type(),
                                lot,
                                line.orderLine(),
                                line.quantity().orElseThrow())))
                .toList();
    }

    @Override
    public Optional<JournalEntry> ofEvent(EventId event) {
        return entries.stream().filter(entry -> entry.event().equals(event)).findFirst();
    }

    @Override
    public List<TraceEvent> events(Collection<EventId> ids) {
        return events.values().stream()
                .filter(event -> ids.contains(event.id()))
                .toList();
    }

    @Override
    public List<JournalEntry> ofLot(LotKey lot) {
        return entries.stream()
                .filter(entry ->
                        entry.lines().stream().anyMatch(line -> line.lot().equals(Optional.of(lot))))
                .toList();
    }

    @Override
    public List<Long> numbersOf(Collection<LotKey> wanted) {
        return entries.stream()
                .filter(entry -> entry.lines().stream()
                        .anyMatch(line -> line.lot().filter(wanted::contains).isPresent()))
                .map(JournalEntry::number)
                .toList();
    }

    @Override
    public List<JournalEntry> numbered(Collection<Long> numbers) {
        return entries.stream()
                .filter(entry -> numbers.contains(entry.number()))
                .toList();
    }

    private Money price(EventLine line) {
        BigDecimal perUnit = prices.get(line.orderLine().orElseThrow().order().number());
        return Money.of(EUR, perUnit.multiply(line.quantity().amount()), Layer.ROUNDING);
    }
}
