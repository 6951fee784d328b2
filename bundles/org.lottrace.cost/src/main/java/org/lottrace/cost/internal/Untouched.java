package org.lottrace.cost.internal;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.EventFilter;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.NewestEvents;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.lot.LotKey;

/**
 * What no event from a position on can have changed: while one cannot be booked, this is answered as if it were not there. A document
 * of costs has no lines and may reach any lot by way of its order, so from the first of them on no lot counts as untouched; nor does a
 * lot of an item that was ever said to be at weighted average or first in, first out, which any other lot of it may reach.
 */
record Untouched(LedgerStore ledger) {
    /** @return true when neither goods of the lot moved nor a cost became known from that position on */
    boolean is(LotKey lot, long position) {
        return ledger.eventsOf(List.of(lot), position - 1, 1).isEmpty()
                && !costsFrom(position)
                && ledger.byDocument(MethodText.DOCUMENT).stream()
                        .map(RecordedEvent::event)
                        .noneMatch(change -> MethodText.item(change).equals(lot.item())
                                && MethodText.valuation(change).isOfAllLots());
    }

    /** @return true when no event from that position on names the document */
    boolean is(DocumentReference document, long position) {
        return ledger.byDocument(document).stream().allMatch(event -> event.position() < position);
    }

    private boolean costsFrom(long position) {
        EventFilter costs = new EventFilter(Optional.of(EventType.COST), Optional.empty(), Optional.empty());
        Optional<Long> end = Optional.of(ledger.head().position() + 1);
        while (end.filter(before -> before > position).isPresent()) {
            NewestEvents stretch = ledger.newest(costs, end.get(), 1);
            if (!stretch.events().isEmpty()) {
                return stretch.events().get(0).position() >= position;
            }
            end = stretch.before();
        }
        return false;
    }
}
