package org.lottrace.thirdparty.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.InForce;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.thirdparty.KeptDocument;

/**
 * Which documents count: one that booked something until all of that was reversed and not told again, an order until it is
 * cancelled.
 */
final class Reversals {
    private static final String UNDO = "-undo";

    private final LedgerStore events;

    Reversals(LedgerStore events) {
        this.events = events;
    }

    /** @return those that count, in their order; asks once for all */
    List<KeptDocument> inForce(List<KeptDocument> documents) {
        Set<EventId> inForce = inForce(documents.stream()
                .flatMap(document -> document.events().stream())
                .collect(Collectors.toSet()));
        return documents.stream()
                .filter(document -> document.cancelled().isEmpty()
                        && (document.events().isEmpty()
                                || document.events().stream().anyMatch(inForce::contains)))
                .toList();
    }

    private Set<EventId> inForce(Collection<EventId> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        Map<EventId, RecordedEvent> recorded = events.find(ids);
        Set<LotKey> lots = recorded.values().stream()
                .flatMap(one -> one.event().lines().stream())
                .map(EventLine::lot)
                .collect(Collectors.toSet());
        long first = recorded.values().stream()
                .mapToLong(RecordedEvent::position)
                .min()
                .orElse(0);
        Set<EventId> left = new HashSet<>(ids);
        Map<EventId, RecordedEvent> reversals = new HashMap<>();
        if (lots.isEmpty()) {
            return left;
        }
        long after = first;
        List<RecordedEvent> page = events.eventsOf(lots, after, LedgerStore.PAGE);
        while (!page.isEmpty()) {
            page.forEach(later -> InForce.reversedBy(later.event())
                    .filter(left::remove)
                    .ifPresent(reversed -> reversals.put(reversed, later)));
            after = page.get(page.size() - 1).position();
            page = events.eventsOf(lots, after, LedgerStore.PAGE);
        }
        left.addAll(toldAgain(reversals));
        return left;
    }

    /** @return those of the reversed events in whose place another one counts, which was recorded behind the reversal */
    private Set<EventId> toldAgain(Map<EventId, RecordedEvent> reversals) {
        Map<EventId, EventId> named = new HashMap<>();
        reversals.forEach(
                (reversed, reversal) -> insteadOf(reversal.event()).ifPresent(instead -> named.put(reversed, instead)));
        Map<EventId, RecordedEvent> found = events.find(named.values());
        named.entrySet()
                .removeIf(one -> !found.containsKey(one.getValue())
                        || found.get(one.getValue()).position()
                                < reversals.get(one.getKey()).position());
        Set<EventId> inForce = inForce(named.values());
        named.values().removeIf(instead -> !inForce.contains(instead));
        return named.keySet();
    }

    /** @return the event that says again what was reversed, as {@code Corrections.restate} names them; empty when nothing may say it */
    private static Optional<EventId> insteadOf(TraceEvent reversal) {
        String id = reversal.id().value();
        return Optional.of(id)
                .filter(undo -> undo.endsWith(UNDO) && undo.length() > UNDO.length())
                .map(undo -> new EventId(undo.substring(0, undo.length() - UNDO.length())));
    }
}
