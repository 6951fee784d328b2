package org.lottrace.cost.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.joda.money.Money;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.store.KeptLayer;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * What is on stock of an item that is valued first in, first out: layer after layer in the order in which it leaves, whichever lot is
 * picked. All layers together are worth what all lots of the item are. While an event is booked.
 */
final class OldestFirst {
    private final NavigableMap<Long, KeptLayer> layers = new TreeMap<>();
    private final Map<Long, KeptLayer> before;
    private Money loose;

    /** @param nothing no money */
    OldestFirst(Collection<KeptLayer> kept, Money nothing) {
        kept.forEach(this::put);
        before = Map.copyOf(layers);
        loose = nothing;
    }

    /** Goods came in at a cost of their own: they leave last. */
    void receive(LotKey lot, CostedQuantity goods) {
        add(lot, layers.isEmpty() ? 1 : layers.lastKey() + 1, goods);
    }

    /** Goods are there again that had left, or were not known of: they are the next to leave. A lot keeps the place that it has. */
    void takeBack(LotKey lot, CostedQuantity goods) {
        if (layers.isEmpty()) {
            add(lot, 1, goods);
        } else {
            add(has(lot) ? layers.firstEntry().getValue().lot() : lot, layers.firstKey() - 1, goods);
        }
    }

    private boolean has(LotKey lot) {
        return layers.values().stream().anyMatch(layer -> layer.lot().equals(lot));
    }

    private void add(LotKey lot, long place, CostedQuantity goods) {
        CostedQuantity all = new CostedQuantity(goods.quantity(), goods.value().plus(loose));
        loose = loose.multipliedBy(0);
        put(new KeptLayer(lot, place, all, all));
    }

    /**
     * @return what leaves, at the cost of the oldest that is there
     * @throws UnbookableEventException if there is not that much
     */
    CostedQuantity issue(Quantity quantity) {
        return take(quantity, List.copyOf(layers.values()));
    }

    /** What is undone leaves at what it was booked at: the newest of its lot first. What that is more or less stays on the rest. */
    void takeOut(LotKey lot, CostedQuantity booked) {
        List<KeptLayer> order = new ArrayList<>();
        layers.descendingMap().values().stream()
                .filter(layer -> layer.lot().equals(lot))
                .forEach(order::add);
        layers.values().stream().filter(layer -> !layer.lot().equals(lot)).forEach(order::add);
        CostedQuantity taken = take(booked.quantity(), order);
        change(lot, taken.value().minus(booked.value()));
    }

    private CostedQuantity take(Quantity quantity, List<KeptLayer> order) {
        CostedQuantity taken = new CostedQuantity(Quantity.zero(quantity.unit()), loose.multipliedBy(0));
        for (KeptLayer layer : order) {
            Quantity open = quantity.minus(taken.quantity());
            Quantity part = open.min(layer.left().quantity());
            if (part.isPositive()) {
                Layer own = new Layer(layer.left(), layer.basis());
                CostedQuantity issued = own.issue(part);
                put(layer, own.plus(issued.negated()));
                taken = taken.plus(issued);
            }
        }
        if (taken.quantity().compareTo(quantity) < 0) {
            throw new UnbookableEventException(quantity + " leave where the layers of the item have only "
                    + taken.quantity() + "; build the books again: lottrace:follower cost --rebuild");
        }
        return taken;
    }

    /**
     * What became known of a lot later belongs to the newest that is there of it, or else to the newest of all; a layer is never worth less
     * than nothing, as long as others can bear it.
     */
    void change(LotKey lot, Money change) {
        List<KeptLayer> order = new ArrayList<>();
        List<KeptLayer> others = new ArrayList<>();
        layers.descendingMap().values().stream()
                .filter(layer -> layer.left().quantity().isPositive())
                .forEach(layer -> (layer.lot().equals(lot) ? order : others).add(layer));
        order.addAll(others);
        Money rest = change;
        for (KeptLayer layer : order) {
            Money value = layer.left().value();
            Money part = rest.plus(value).isNegative() ? value.negated() : rest;
            put(layer, Layer.of(new CostedQuantity(layer.left().quantity(), value.plus(part))));
            rest = rest.minus(part);
            if (rest.isZero()) {
                break;
            }
        }
        loose = loose.plus(rest);
    }

    /** Nothing is worth anything any more. */
    void forgetValues() {
        loose = loose.multipliedBy(0);
        List.copyOf(layers.values())
                .forEach(layer -> put(
                        layer,
                        Layer.of(new CostedQuantity(
                                layer.left().quantity(), layer.left().value().multipliedBy(0)))));
    }

    void clear() {
        layers.clear();
    }

    /** @return what all of it is worth */
    Money value() {
        return layers.values().stream().map(layer -> layer.left().value()).reduce(loose, Money::plus);
    }

    /**
     * A lot keeps its place in the row as long as there is some of it; one that has none, because it was made of others, is put before all.
     *
     * @param there what is on stock of each lot
     * @return the lots in the order in which they came, each with what its goods cost when the oldest goods have the oldest cost
     */
    Map<LotKey, Money> spread(Map<LotKey, Quantity> there) {
        Set<LotKey> placed = new HashSet<>();
        layers.values().forEach(layer -> placed.add(layer.lot()));
        there.forEach((lot, quantity) -> {
            if (quantity.isPositive() && placed.add(lot)) {
                takeBack(lot, new CostedQuantity(Quantity.zero(quantity.unit()), loose.multipliedBy(0)));
            }
        });
        Set<LotKey> seen = new HashSet<>();
        for (KeptLayer layer : List.copyOf(layers.values())) {
            boolean isPlace = seen.add(layer.lot()) && there.containsKey(layer.lot());
            if (layer.left().quantity().isZero() && !isPlace) {
                layers.remove(layer.place());
            }
        }
        OldestFirst rest = new OldestFirst(layers.values(), loose);
        Map<LotKey, Money> values = new LinkedHashMap<>();
        for (KeptLayer layer : layers.values()) {
            Quantity quantity = there.get(layer.lot());
            if (quantity != null && !values.containsKey(layer.lot())) {
                values.put(layer.lot(), rest.issue(quantity).value());
            }
        }
        return values;
    }

    private void put(KeptLayer layer, Layer to) {
        put(new KeptLayer(layer.lot(), layer.place(), to.left(), to.basis()));
    }

    private void put(KeptLayer layer) {
        layers.put(layer.place(), layer);
    }

    /** @return the layers that are new or other than before */
    List<KeptLayer> changed() {
        return layers.values().stream()
                .filter(layer -> !layer.equals(before.get(layer.place())))
                .toList();
    }

    /** @return the layers that there were before, and are no longer */
    List<KeptLayer> gone() {
        Map<Long, KeptLayer> gone = new HashMap<>(before);
        gone.keySet().removeAll(layers.keySet());
        return List.copyOf(gone.values());
    }
}
