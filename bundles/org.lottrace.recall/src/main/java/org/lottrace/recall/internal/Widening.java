package org.lottrace.recall.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.recall.RecallFact;
import org.lottrace.api.recall.RecallFact.GoodsInTransit;
import org.lottrace.api.recall.RecallFact.ScopeSet;
import org.lottrace.api.recall.RecallFact.StockBlocked;
import org.lottrace.api.recall.ScopeVersion;

/**
 * Blocks what a version of a scope affects. Nearly all of it happens before the ledger is locked, from which on everybody waits:
 * under its lock only what was recorded meanwhile is looked at, and blocked too.
 */
final class Widening {
    private static final String MEANWHILE = "recorded while the version before was being blocked";

    private final ScopeFinder finder;
    private final StockBlocking blocking;
    private final LedgerStore events;
    private final String why;
    private final Consumer<List<? extends RecallFact>> record;
    private final Findings findings;
    private final List<GoodsInTransit> told = new ArrayList<>();
    private final Set<LotKey> blocked;
    private ScopeVersion scope;

    /**
     * @param why for the people who find the lots
     * @param scope is recorded already
     * @param before the lots that are blocked already
     * @param record is given what is found, to be written at once
     */
    Widening(
            ScopeFinder finder,
            StockBlocking blocking,
            LedgerStore events,
            String why,
            ScopeVersion scope,
            Set<LotKey> before,
            Consumer<List<? extends RecallFact>> record,
            Findings findings) {
        this.finder = finder;
        this.blocking = blocking;
        this.events = events;
        this.why = why;
        this.scope = scope;
        this.blocked = new HashSet<>(before);
        this.record = record;
        this.findings = findings;
    }

    /**
     * @param registered registrations of lots, that the event which recalls them carries
     * @return the affected lots that were moved since the version, or are affected since; the ledger is locked when there are others
     *     than those that were blocked before
     */
    List<LotKey> blockVersion(CaptureContext context, List<LotChange> registered) {
        List<LotKey> lots = notBlocked();
        if (lots.isEmpty()) {
            return List.of();
        }
        LaterEvents later = new LaterEvents(events, scope);
        OptionalLong newest = blocking.block(
                context,
                lots,
                why,
                registered,
                stopped -> {
                    told.addAll(stopped.inTransit());
                    record.accept(List.of(stopped));
                },
                () -> later.lookUpTo(events.head().position()),
                findings);
        if (newest.isEmpty()) {
            return List.of();
        }
        blocked.addAll(lots);
        later.lookUpTo(newest.getAsLong());
        if (later.mayChangeTheScope()) {
            findAgain();
        }
        return Stream.concat(notBlocked().stream(), later.moved().stream())
                .distinct()
                .toList();
    }

    /** Under the lock of the ledger nothing comes any more: what is blocked now is all. */
    void blockMeanwhile(CaptureContext context, List<LotKey> lots) {
        blocking.block(context, lots, why, List.of(), this::recordWhatIsNew, () -> {}, findings);
        blocked.addAll(lots);
    }

    /** @return the lots that are blocked, and not affected any more */
    List<LotKey> gone() {
        Set<LotKey> gone = new HashSet<>(blocked);
        scope.keys().forEach(gone::remove);
        return gone.stream().sorted().toList();
    }

    ScopeVersion scope() {
        return scope;
    }

    private List<LotKey> notBlocked() {
        return scope.keys().stream().filter(lot -> !blocked.contains(lot)).toList();
    }

    private void findAgain() {
        ScopeVersion now = finder.find(scope.number() + 1, scope.criteria(), MEANWHILE);
        if (!Set.copyOf(now.keys()).equals(Set.copyOf(scope.keys()))) {
            scope = now;
            record.accept(List.of(new ScopeSet(scope)));
        }
    }

    private void recordWhatIsNew(StockBlocked stopped) {
        List<GoodsInTransit> more = stopped.inTransit().stream()
                .filter(goods -> !told.contains(goods))
                .toList();
        if (stopped.event().isPresent() || !stopped.withheld().isEmpty() || !more.isEmpty()) {
            record.accept(List.of(
                    new StockBlocked(stopped.event(), stopped.lots(), stopped.cancelled(), stopped.withheld(), more)));
        }
    }
}
