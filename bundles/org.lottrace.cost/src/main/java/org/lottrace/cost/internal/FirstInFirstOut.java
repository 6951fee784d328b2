package org.lottrace.cost.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.Money;
import org.lottrace.api.cost.CostMethod;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.store.KeptLayer;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/** What an event does to the layers of the items that are valued first in, first out ({@link OldestFirst}). */
final class FirstInFirstOut {
    private static final Set<EventType> NEW = Set.of(EventType.RECEIVE, EventType.OPENING, EventType.PRODUCE);

    private final TraceEvent event;
    private final Posting posting;
    private final Map<ItemNumber, OldestFirst> items = new LinkedHashMap<>();
    private final Map<LotKey, Quantity> announced = new TreeMap<>();
    private final Map<ItemNumber, List<Moved>> undone = new LinkedHashMap<>();

    FirstInFirstOut(TraceEvent event, Posting posting) {
        this.event = event;
        this.posting = posting;
    }

    private boolean isOf(ItemNumber item) {
        return posting.valuation(item).method() == CostMethod.FIFO;
    }

    private OldestFirst layers(ItemNumber item) {
        return items.computeIfAbsent(
                item, key -> new OldestFirst(posting.books().layers(key), posting.noMoney()));
    }

    /** @return a quantity of the lot that leaves, and what it leaves at */
    CostedQuantity issue(LotKey lot, Quantity quantity) {
        CostedQuantity own = posting.onStock(lot, quantity.unit()).issue(quantity);
        if (!isOf(lot.item()) || staysWithin(lot.item())) {
            return own;
        }
        announced.merge(lot, quantity, Quantity::plus);
        return layers(lot.item()).issue(quantity);
    }

    /** Goods that are split, relabelled or merged are still there, and no older or newer than before. */
    private boolean staysWithin(ItemNumber item) {
        return EventType.TRANSFORMATIONS.contains(event.type())
                && event.lines().stream()
                        .filter(line -> line.lot().item().equals(item))
                        .map(FirstInFirstOut::signed)
                        .reduce(Quantity::plus)
                        .filter(Quantity::isZero)
                        .isPresent();
    }

    private static Quantity signed(EventLine line) {
        boolean comesIn = line.to().place().kind() == PlaceKind.LOCATION;
        return comesIn ? line.quantity() : line.quantity().negated();
    }

    /** INVENTORY of the lot was debited with that. */
    void moved(LotKey lot, CostedQuantity amount) {
        if (!isOf(lot.item()) || staysWithin(lot.item())) {
            return;
        }
        Quantity quantity = amount.quantity();
        boolean isIssue =
                announced.getOrDefault(lot, Quantity.zero(quantity.unit())).isPositive();
        if (quantity.isNegative() && isIssue) {
            announced.merge(lot, quantity, Quantity::plus); // the layers have it already
        } else if (event.type() == EventType.REVERSE) {
            undone.computeIfAbsent(lot.item(), item -> new ArrayList<>()).add(new Moved(lot, amount));
        } else {
            move(lot, amount);
        }
    }

    private void move(LotKey lot, CostedQuantity amount) {
        Quantity quantity = amount.quantity();
        if (quantity.isZero()) {
            layers(lot.item()).change(lot, amount.value());
        } else if (quantity.isPositive() && NEW.contains(event.type())) {
            layers(lot.item()).receive(lot, amount);
        } else if (quantity.isPositive()) {
            layers(lot.item()).takeBack(lot, amount);
        } else {
            layers(lot.item()).takeOut(lot, amount.negated());
        }
    }

    /** Of an item whose goods all stay there, a reversal changes no layer; nor does what was only spread over its lots. What left last is there first. */
    private void undo(ItemNumber item, List<Moved> moved) {
        CostedQuantity sum =
                moved.stream().map(Moved::amount).reduce(CostedQuantity::plus).orElseThrow();
        if (sum.quantity().isZero()) {
            layers(item).change(moved.get(0).lot(), sum.value());
            return;
        }
        boolean isSpread = moved.stream()
                .filter(Moved::isValueAlone)
                .map(one -> one.amount().value())
                .reduce(posting.noMoney(), Money::plus)
                .isZero();
        List<Moved> latestFirst = new ArrayList<>(moved);
        Collections.reverse(latestFirst);
        latestFirst.stream()
                .filter(one -> !(isSpread && one.isValueAlone()))
                .sorted(Comparator.comparing(one -> one.amount().quantity().isNegative()))
                .forEach(one -> move(one.lot(), one.amount()));
    }

    private record Moved(LotKey lot, CostedQuantity amount) {
        boolean isValueAlone() {
            return amount.quantity().isZero();
        }
    }

    /** From here on the goods of the item are valued so: what came first leaves first. */
    void begin(ItemNumber item, SortedMap<LotKey, Layer> there) {
        Map<LotKey, Long> numbers = posting.books().firstNumbers(there.keySet());
        OldestFirst layers = layers(item);
        there.keySet().stream()
                .sorted(Comparator.<LotKey, Long>comparing(lot -> numbers.getOrDefault(lot, Long.MAX_VALUE))
                        .thenComparing(Comparator.naturalOrder()))
                .forEach(lot -> layers.receive(lot, there.get(lot).left()));
    }

    void end(ItemNumber item) {
        layers(item).clear();
    }

    /** All lots of each item become worth what its layers are. */
    void settle() {
        undone.forEach(this::undo);
        items.forEach((item, layers) -> {
            if (isOf(item)) {
                new SpreadLayers(posting, layers).over(item, leaving(item));
            }
        });
    }

    private Set<LotKey> leaving(ItemNumber item) {
        Set<LotKey> lots = new HashSet<>();
        event.lines().stream()
                .map(EventLine::lot)
                .filter(lot -> lot.item().equals(item))
                .forEach(lots::add);
        return lots;
    }

    List<KeptLayer> changed() {
        return items.values().stream()
                .flatMap(layers -> layers.changed().stream())
                .toList();
    }

    List<KeptLayer> gone() {
        return items.values().stream().flatMap(layers -> layers.gone().stream()).toList();
    }
}
