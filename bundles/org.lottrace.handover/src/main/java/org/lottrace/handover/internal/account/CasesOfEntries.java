package org.lottrace.handover.internal.account;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.cost.store.CostStore;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.store.ItemStore;

/** Reads what rules ask of entries: their events, the events that those undo, and the items of their lots; each kind in one question. */
final class CasesOfEntries {
    private final LedgerStore ledger;
    private final CostStore costs;
    private final ItemStore items;

    CasesOfEntries(LedgerStore ledger, CostStore costs, ItemStore items) {
        this.ledger = ledger;
        this.costs = costs;
        this.items = items;
    }

    List<EntryCases> of(List<JournalEntry> entries) {
        Map<EventId, RecordedEvent> events =
                ledger.find(entries.stream().map(JournalEntry::event).toList());
        Map<EventId, EventId> undone = entries.stream()
                .filter(entry -> entry.type() == EventType.REVERSE)
                .map(entry -> events.get(entry.event()).event())
                .filter(event -> event.corrects().isPresent())
                .collect(Collectors.toMap(
                        TraceEvent::id, event -> event.corrects().orElseThrow()));
        Map<EventId, RecordedEvent> originals = ledger.find(undone.values());
        Map<EventId, JournalEntry> booked = costs.ofEvents(undone.values()).stream()
                .collect(Collectors.toMap(JournalEntry::event, Function.identity()));
        Map<ItemNumber, Item> known = items.withNumbers(itemsOf(entries)).stream()
                .collect(Collectors.toMap(Item::number, Function.identity()));
        return entries.stream()
                .map(entry -> {
                    Optional<EventId> original = Optional.ofNullable(undone.get(entry.event()));
                    Optional<JournalEntry> undoes = original.map(booked::get);
                    TraceEvent cause = original.filter(id -> undoes.isPresent())
                            .map(originals::get)
                            .orElseGet(() -> events.get(entry.event()))
                            .event();
                    return new EntryCases(
                            entry,
                            entry.lines().stream()
                                    .map(line -> AccountCase.of(
                                            line.account(), undoes.orElse(entry), cause, item(line, known)))
                                    .toList(),
                            undoes);
                })
                .toList();
    }

    private static Set<ItemNumber> itemsOf(Collection<JournalEntry> entries) {
        return entries.stream()
                .flatMap(entry -> entry.lines().stream())
                .flatMap(line -> line.lot().stream())
                .map(lot -> lot.item())
                .collect(Collectors.toSet());
    }

    private static Optional<Item> item(JournalLine line, Map<ItemNumber, Item> known) {
        return line.lot().map(lot -> known.get(lot.item()));
    }
}
