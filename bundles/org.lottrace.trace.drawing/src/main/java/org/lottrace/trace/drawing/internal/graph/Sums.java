package org.lottrace.trace.drawing.internal.graph;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lottrace.api.quantity.Quantity;

/** Quantities added up, each unit by itself. */
final class Sums {
    private final SortedMap<String, Quantity> byUnit = new TreeMap<>();

    void add(Quantity quantity) {
        byUnit.merge(quantity.unit().code(), quantity, Quantity::plus);
    }

    void addAll(List<Quantity> quantities) {
        quantities.forEach(this::add);
    }

    /** @return the sum in the unit of that quantity */
    Quantity inUnitOf(Quantity quantity) {
        return byUnit.getOrDefault(quantity.unit().code(), Quantity.zero(quantity.unit()));
    }

    /** @return by unit, without those of which there is nothing */
    List<Quantity> list() {
        return byUnit.values().stream().filter(sum -> !sum.isZero()).toList();
    }
}
