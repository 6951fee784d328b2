package org.lottrace.api.genealogy;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;

/**
 * Where a trace does not go on. A lot it stops at belongs to the answer; what lies behind it, and is not reached another
 * way, does not. A seed is never stopped at.
 *
 * @param lots not beyond these lots
 * @param items not beyond lots of these items
 * @param issuers not beyond lots whose number one of these parties gave
 * @param levels not further than this many edges from the nearest seed; absent for no limit
 * @param knownEdgesOnly true when edges that were inferred are not followed, and not shown
 */
public record TraceStops(
        Set<LotKey> lots,
        Set<ItemNumber> items,
        Set<PartyId> issuers,
        Optional<Integer> levels,
        boolean knownEdgesOnly) {
    /** Nowhere. */
    public static final TraceStops NONE = new TraceStops(Set.of(), Set.of(), Set.of(), Optional.empty(), false);

    /** @throws IllegalArgumentException if the number of levels is less than 0 */
    public TraceStops {
        lots = Set.copyOf(lots);
        items = Set.copyOf(items);
        issuers = Set.copyOf(issuers);
        Objects.requireNonNull(levels);
        levels.filter(l -> l < 0).ifPresent(l -> {
            throw new IllegalArgumentException("levels must be 0 or more, not " + l);
        });
    }

    /** @return the same, with these lots instead */
    public TraceStops atLots(Set<LotKey> newLots) {
        return new TraceStops(newLots, items, issuers, levels, knownEdgesOnly);
    }

    /** @return the same, with these items instead */
    public TraceStops atItems(Set<ItemNumber> newItems) {
        return new TraceStops(lots, newItems, issuers, levels, knownEdgesOnly);
    }

    /** @return the same, with these issuers instead */
    public TraceStops atIssuers(Set<PartyId> newIssuers) {
        return new TraceStops(lots, items, newIssuers, levels, knownEdgesOnly);
    }

    /** @return the same, with this number of levels instead */
    public TraceStops afterLevels(int newLevels) {
        return new TraceStops(lots, items, issuers, Optional.of(newLevels), knownEdgesOnly);
    }

    /** @return the same, without the edges that were inferred */
    public TraceStops withoutInferredEdges() {
        return new TraceStops(lots, items, issuers, levels, true);
    }
}
