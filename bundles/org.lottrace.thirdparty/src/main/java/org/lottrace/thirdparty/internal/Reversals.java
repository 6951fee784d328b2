package org.lottrace.thirdparty.internal;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.InForce;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.thirdparty.KeptDocument;

/** Which documents count: one that booked something until all of that was reversed, an order until it is cancelled. */
final class Reversals {
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
        if (lots.isEmpty()) {
            return left;
        }
        long after = first;
        List<RecordedEvent> page = events.eventsOf(lots, after, LedgerStore.PAGE);
        while (!page.isEmpty()) {
            page.forEach(later -> InForce.reversedBy(later.event()).ifPresent(left::remove));
            after = page.get(page.size() - 1).position();
            page = events.eventsOf(lots, after, LedgerStore.PAGE);
        }
        return left;
    }
}
