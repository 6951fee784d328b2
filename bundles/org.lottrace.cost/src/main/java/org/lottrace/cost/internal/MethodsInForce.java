package org.lottrace.cost.internal;

import java.util.HashMap;
import java.util.Map;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.id.ItemNumber;

/**
 * How items are valued where the books have come to. Kept while event follows event; read anew after anything else: a start, a rebuild,
 * a transaction that was rolled back, or events that another node has booked.
 */
final class MethodsInForce {
    private final LedgerStore ledger;
    private final Map<ItemNumber, ItemValuation> methods = new HashMap<>();
    private long reached = -1;

    MethodsInForce(LedgerStore ledger) {
        this.ledger = ledger;
    }

    /** Says which event comes next. */
    synchronized void goOnAt(long position) {
        if (reached != position - 1) {
            methods.clear();
            ledger.byDocument(MethodText.DOCUMENT).stream()
                    .filter(change -> change.position() < position)
                    .forEach(this::take);
            reached = position - 1;
        }
    }

    synchronized ItemValuation of(ItemNumber item) {
        return methods.getOrDefault(item, ItemValuation.LOT_ACTUAL);
    }

    /** @return how the item is valued as far as the ledger goes */
    ItemValuation now(ItemNumber item) {
        goOnAt(Long.MAX_VALUE);
        return of(item);
    }

    synchronized void booked(RecordedEvent event) {
        if (MethodText.isChange(event.event())) {
            take(event);
        }
        reached = event.position();
    }

    private void take(RecordedEvent change) {
        methods.put(MethodText.item(change.event()), MethodText.valuation(change.event()));
    }
}
