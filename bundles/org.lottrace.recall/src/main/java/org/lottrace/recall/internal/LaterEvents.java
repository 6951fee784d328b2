package org.lottrace.recall.internal;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.recall.ScopeVersion;

/** What is recorded while a version of a scope is being written: looked at once before the ledger is locked, the rest under its lock. */
final class LaterEvents {
    private final LedgerStore events;
    private final ScopeReach reach;
    private final Set<LotKey> moved = new TreeSet<>();
    private long position;
    private boolean mayChange;

    LaterEvents(LedgerStore events, ScopeVersion scope) {
        this.events = events;
        reach = new ScopeReach(scope);
        position = scope.ledgerPosition();
    }

    void lookUpTo(long newest) {
        while (position < newest) {
            List<RecordedEvent> page = events.after(position, (int) Math.min(LedgerStore.PAGE, newest - position));
            for (RecordedEvent recorded : page) {
                mayChange |= reach.mayChange(recorded.event());
                reach.moved(recorded.event()).forEach(moved::add);
            }
            position = page.get(page.size() - 1).position();
        }
    }

    /** @return whether a trace may find other lots now */
    boolean mayChangeTheScope() {
        return mayChange;
    }

    /** @return the affected lots that were moved meanwhile */
    Set<LotKey> moved() {
        return moved;
    }
}
