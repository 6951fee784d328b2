package org.lottrace.allocation.fefo.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.LotKey;

/** The lots of a site, judged for an order: those of the items that may take the place of others only when one of them is asked for. */
final class JudgedLots {
    private final Map<LotKey, JudgedLot> lots;
    private final Set<ItemNumber> later;
    private Optional<Supplier<Map<LotKey, JudgedLot>>> others;

    /**
     * @param lots of the other items
     * @param later items that may take the place of others
     * @param others judges the lots of those
     */
    JudgedLots(Map<LotKey, JudgedLot> lots, Set<ItemNumber> later, Supplier<Map<LotKey, JudgedLot>> others) {
        this.lots = new HashMap<>(lots);
        this.later = Set.copyOf(later);
        this.others = Optional.of(others);
    }

    /** @return empty for a lot of which the site has nothing */
    Optional<JudgedLot> find(LotKey lot) {
        if (others.isPresent() && later.contains(lot.item())) {
            Map<LotKey, JudgedLot> judged = others.get().get();
            others = Optional.empty();
            lots.putAll(judged);
        }
        return Optional.ofNullable(lots.get(lot));
    }
}
