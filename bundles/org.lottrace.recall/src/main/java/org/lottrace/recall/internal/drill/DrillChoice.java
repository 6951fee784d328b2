package org.lottrace.recall.internal.drill;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.ItemType;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.recall.drill.Drill.Target;

/** Chooses an item and then one of its lots, so that an item with many lots is not chosen more often than one with few. */
final class DrillChoice {
    /** So many lots, one registered after the other, are drawn from, wherever they begin. */
    private static final int LOOKED_AT = 100;

    private final ItemStore items;
    private final LotStore lots;

    DrillChoice(ItemStore items, LotStore lots) {
        this.items = items;
        this.lots = lots;
    }

    /** @return a lot that was ever moved, or empty when there is none of that kind */
    Optional<LotKey> lot(Target target, long seed) {
        Random random = new Random(seed);
        List<Item> candidates = new ArrayList<>(items.all().stream()
                .filter(item -> types(target).contains(item.type()))
                .toList());
        Collections.shuffle(candidates, random);
        for (Item item : candidates) {
            List<LotKey> some = lots.someMoved(item.number(), random, LOOKED_AT);
            if (!some.isEmpty()) {
                return Optional.of(some.get(random.nextInt(some.size())));
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
