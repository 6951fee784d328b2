package org.lottrace.recall.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.RecallFact;
import org.lottrace.api.recall.RecallFact.ScopeSet;
import org.lottrace.api.recall.RecallFact.StockBlocked;
import org.lottrace.api.recall.RecallUnderway;
import org.osgi.service.component.annotations.Component;

/** How far this node has come with what it does to cases now. Each thread tells of its own work; nobody waits for anybody. */
@Component(service = CasesUnderway.class)
public final class CasesUnderway {
    private final Map<Thread, RecallUnderway> now = new ConcurrentHashMap<>();

    /** @param work up to its commit */
    <T> T during(String actor, Instant since, Supplier<T> work) {
        now.put(Thread.currentThread(), new RecallUnderway(Optional.empty(), actor, since, 0, 0));
        try {
            return work.get();
        } finally {
            now.remove(Thread.currentThread());
        }
    }

    /** Takes in what this thread has just found, if it is at such work. */
    void found(RecallCaseId id, RecallFact fact) {
        now.computeIfPresent(
                Thread.currentThread(),
                (thread, known) -> new RecallUnderway(
                        Optional.of(id),
                        known.actor(),
                        known.since(),
                        fact instanceof ScopeSet set ? set.scope().lots().size() : known.affected(),
                        fact instanceof StockBlocked blocked
                                ? known.toBlock() + blocked.lots().size()
                                : known.toBlock()));
    }

    /** @return the oldest first */
    List<RecallUnderway> all() {
        return now.values().stream()
                .sorted(Comparator.comparing(RecallUnderway::since).thenComparing(RecallUnderway::actor))
                .toList();
    }
}
