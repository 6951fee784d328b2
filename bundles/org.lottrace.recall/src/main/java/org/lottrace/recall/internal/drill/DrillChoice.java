package org.lottrace.recall.internal.drill;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.ItemType;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.recall.drill.Drill.Target;

/** Chooses an item and then one of its lots, so that an item with many lots is not chosen more often than one with few. */
final class DrillChoice {
    private final ItemStore items;
    private final LotStore lots;
    private final LedgerStore events;

    DrillChoice(ItemStore items, LotStore lots, LedgerStore events) {
        this.items = items;
        this.lots = lots;
        this.events = events;
    }

    /** @return a lot to which something has happened, or empty when there is none of that kind */
    Optional<LotKey> lot(Target target, long seed) {
        Random random = new Random(seed);
        List<Item> candidates = new ArrayList<>(items.all().stream()
                .filter(item -> types(target).contains(item.type()))
                .toList());
        Collections.shuffle(candidates, random);
        for (Item item : candidates) {
            List<LotKey> ofItem = new ArrayList<>(
                    lots.ofItem(item.number()).stream().map(Lot::key).toList());
            Collections.shuffle(ofItem, random);
            for (LotKey lot : ofItem) {
                if (!events.eventsOf(List.of(lot), 0, 1).isEmpty()) {
                    return Optional.of(lot);
                }
            }
        }
        return Optional.empty();
    }

    /** @return what a lot of the item is in a drill */
    static Target target(ItemType type) {
        return type == ItemType.FINISHED_GOOD ? Target.FINISHED_GOOD : Target.INGREDIENT;
    }

    private static Set<ItemType> types(Target target) {
        Set<ItemType> types = EnumSet.allOf(ItemType.class);
        types.removeIf(type -> target(type) != target);
        return types;
    }
}
