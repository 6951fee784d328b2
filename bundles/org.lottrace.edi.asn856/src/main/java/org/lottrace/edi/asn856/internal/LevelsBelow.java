package org.lottrace.edi.asn856.internal;

import java.util.List;
import java.util.stream.Stream;
import org.lottrace.edi.asn856.internal.wire.Level;

/** What the levels below a level say. */
final class LevelsBelow {
    private LevelsBelow() {}

    /** @return true when the level or any below it states a quantity */
    static boolean hasQuantity(Level level) {
        return level.quantity != null || hasQuantityBelow(level);
    }

    /** @return true when any level below it states a quantity */
    static boolean hasQuantityBelow(Level level) {
        for (Level child : level.levels) {
            if (hasQuantity(child)) {
                return true;
            }
        }
        return false;
    }

    /** @return the nearest levels below that state a quantity */
    static Stream<Level> stating(Level level) {
        return level.levels.stream().flatMap(child -> child.quantity == null ? stating(child) : Stream.of(child));
    }

    /** @return the SSCC of every level of that kind below, as they stand in the message */
    static List<String> units(Level level, Class<? extends Level> kind) {
        if (level.levels.isEmpty()) {
            return List.of();
        }
        return level.levels.stream()
                .flatMap(child -> Stream.concat(
                        kind.isInstance(child) && child.sscc != null ? Stream.of(child.sscc) : Stream.empty(),
                        units(child, kind).stream()))
                .toList();
    }
}
