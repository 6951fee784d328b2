package org.lottrace.recall.internal;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.store.RecallStore;
import org.lottrace.api.transaction.UnitOfWork;

/** The newest scope of each open case. A large one is read when it is new, not for each page of events. */
final class WatchedScopes {
    private final RecallStore store;
    private final UnitOfWork unitOfWork;
    private final Map<RecallCaseId, WatchedScope> known = new ConcurrentHashMap<>();

    WatchedScopes(RecallStore store, UnitOfWork unitOfWork) {
        this.store = store;
        this.unitOfWork = unitOfWork;
    }

    SortedMap<RecallCaseId, WatchedScope> open() {
        Map<RecallCaseId, Integer> steps = store.openScopes();
        known.keySet().retainAll(steps.keySet());
        SortedMap<RecallCaseId, WatchedScope> open = new TreeMap<>();
        steps.forEach((id, step) -> open.put(id, scope(id, step)));
        return open;
    }

    private WatchedScope scope(RecallCaseId id, int step) {
        WatchedScope before = known.get(id);
        if (before != null && before.step() == step) {
            return before;
        }
        RecallCase recallCase = store.find(id).orElseThrow();
        WatchedScope now = new WatchedScope(
                step,
                recallCase.opening().mode().isLive(),
                recallCase.scope().ledgerPosition(),
                new ScopeReach(recallCase.scope()));
        unitOfWork.afterCommit(() -> known.put(id, now));
        return now;
    }
}
