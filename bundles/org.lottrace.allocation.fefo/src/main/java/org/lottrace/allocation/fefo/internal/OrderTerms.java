package org.lottrace.allocation.fefo.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lottrace.api.allocation.Substitute;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.order.Demand;

/** What counts for the items of an order, by item. */
final class OrderTerms {
    private final Demand order;
    private final LocalDate day;
    private final Map<ItemNumber, Item> items = new HashMap<>();
    private final Map<ItemNumber, AllocationTerms> terms = new HashMap<>();

    /** @param day the day at the site */
    OrderTerms(Demand order, LocalDate day, RulesOfDay rules, ItemStore store) {
        this(order, day, rules, store, Set.of());
    }

    /**
     * @param day the day at the site
     * @param substitutes items that may take the place of others, as far as the rules say so
     */
    OrderTerms(Demand order, LocalDate day, RulesOfDay rules, ItemStore store, Set<ItemNumber> substitutes) {
        this.order = order;
        this.day = day;
        for (Demand.Line line : order.lines()) {
            // the database keeps an item as long as an order names it
            Item item = items.computeIfAbsent(
                    line.item(), number -> store.find(number).orElseThrow());
            terms.computeIfAbsent(line.item(), number -> rules.of(item, order));
        }
        List.copyOf(terms.values()).stream()
                .flatMap(ofItem -> ofItem.substitutes().stream())
                .map(Substitute::item)
                .filter(substitutes::contains)
                .flatMap(number -> store.find(number).stream())
                .forEach(item -> {
                    items.putIfAbsent(item.number(), item);
                    terms.computeIfAbsent(item.number(), number -> rules.of(item, order));
                });
    }

    Set<ItemNumber> items() {
        return items.keySet();
    }

    Item item(ItemNumber number) {
        return items.get(number);
    }

    AllocationTerms of(ItemNumber number) {
        return terms.get(number);
    }

    /** @return the day on which the customer gets what is allocated now */
    LocalDate delivery(ItemNumber number) {
        return order.judgedOn(day.plusDays(of(number).transitDays()));
    }

    /** @return how many base units are taken together; zero for any quantity, also where the item has no such unit any more */
    BigDecimal whole(ItemNumber number) {
        Item item = item(number);
        return of(number)
                .wholeUnit()
                .filter(unit -> unit.equals(item.baseUnit())
                        || item.packUnits().stream()
                                .anyMatch(pack -> pack.unit().equals(unit)))
                .map(item::baseUnitsIn)
                .orElse(BigDecimal.ZERO);
    }
}
