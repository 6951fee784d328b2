package org.lottrace.cost.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.cost.CostingStoppedException;
import org.lottrace.api.cost.WaitingCost;
import org.lottrace.api.cost.store.CostWaitingStore;
import org.lottrace.api.cost.store.KeptWaiting;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.LotKey;

/** What waits to be booked, for whoever asks. Called inside a unit of work. */
record Unbooked(CostWaitingStore store, LedgerStore ledger) {
    /** @return why nothing can be said of the lot; empty when what waits is about others */
    Optional<CostingStoppedException> of(LotKey lot) {
        return first(event -> {
            Set<LotKey> lots = new Reached(ledger).by(event).lots();
            return lots.contains(lot)
                    || lots.stream().map(LotKey::item).anyMatch(lot.item()::equals) && isOfAllLots(lot.item());
        });
    }

    /** @return why nothing can be said of the document; empty when what waits does not name it */
    Optional<CostingStoppedException> of(DocumentReference document) {
        return first(event -> event.event().documents().contains(document)
                || event.event().lines().stream()
                        .flatMap(line -> line.orderLine().stream())
                        .anyMatch(line -> line.order().equals(document)));
    }

    private Optional<CostingStoppedException> first(Predicate<RecordedEvent> concerns) {
        List<KeptWaiting> open = store.open(0, CostingProgress.MOST_WAITING);
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Map<EventId, RecordedEvent> events = events(open);
        return open.stream()
                .filter(row -> concerns.test(events.get(row.event())))
                .findFirst()
                .map(Unbooked::stopped);
    }

    private boolean isOfAllLots(ItemNumber item) {
        return MethodText.isOfAllLots(item, ledger.byDocument(MethodText.DOCUMENT).stream());
    }

    /** @return why the first of them waits; empty when none does */
    Optional<CostingStoppedException> first() {
        return store.open(0, 1).stream().findFirst().map(Unbooked::stopped);
    }

    private static CostingStoppedException stopped(KeptWaiting row) {
        return new CostingStoppedException(row.event(), row.position(), row.reason());
    }

    List<WaitingCost> page(long after, int limit) {
        List<KeptWaiting> rows = store.open(after, limit);
        Map<EventId, RecordedEvent> events = events(rows);
        return rows.stream()
                .map(row -> waiting(row, events.get(row.event()).event()))
                .toList();
    }

    private static WaitingCost waiting(KeptWaiting row, TraceEvent event) {
        return new WaitingCost(
                row.position(),
                row.event(),
                event.documents().stream().findFirst(),
                event.context().accountingDate(),
                row.reason(),
                Optional.of(row.behind()).filter(behind -> behind > 0),
                row.since());
    }

    private Map<EventId, RecordedEvent> events(List<KeptWaiting> rows) {
        return rows.isEmpty()
                ? new HashMap<>()
                : ledger.find(rows.stream().map(KeptWaiting::event).toList()).values().stream()
                        .collect(Collectors.toMap(found -> found.event().id(), Function.identity()));
    }
}
