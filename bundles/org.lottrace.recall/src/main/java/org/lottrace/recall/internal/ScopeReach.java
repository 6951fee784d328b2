package org.lottrace.recall.internal;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.event.InForce;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.recall.LotRule;
import org.lottrace.api.recall.ScopeVersion;

/** What an event that was recorded after a version of a scope has to do with it. */
final class ScopeReach {
    private final Set<LotKey> affected;
    private final Set<ItemNumber> itemsOfRules;

    ScopeReach(ScopeVersion scope) {
        affected = Set.copyOf(scope.keys());
        itemsOfRules = scope.criteria().rules().stream().map(LotRule::item).collect(Collectors.toSet());
    }

    /** @return whether another trace may find other lots: more, or fewer after a reversal */
    boolean mayChange(TraceEvent event) {
        return adds(event) || undoes(event);
    }

    /** @return the affected lots that the event moves */
    Stream<LotKey> moved(TraceEvent event) {
        return event.lines().stream().map(line -> line.lot()).filter(affected::contains);
    }

    private boolean adds(TraceEvent event) {
        return event.edges().stream()
                        .anyMatch(edge -> affected.contains(edge.input()) && !affected.contains(edge.output()))
                || event.lines().stream()
                        .anyMatch(line -> !affected.contains(line.lot())
                                && itemsOfRules.contains(line.lot().item()));
    }

    /** A reversal of something that an affected lot had to do with: the scope may be another one without it. */
    private boolean undoes(TraceEvent event) {
        return InForce.reversedBy(event).isPresent()
                && (event.edges().stream()
                                .anyMatch(edge -> affected.contains(edge.input()) || affected.contains(edge.output()))
                        || moved(event).findAny().isPresent());
    }
}
