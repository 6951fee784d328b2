package org.lottrace.recall.internal;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.RecallFact;
import org.lottrace.api.recall.RecallFact.ScopeSet;
import org.lottrace.api.recall.RecallOpening;
import org.lottrace.api.recall.ScopeCriteria;
import org.lottrace.api.recall.ScopeVersion;
import org.lottrace.api.recall.store.RecallStore;

/** Finds a version of the scope, and blocks or frees what it changes, inside the caller's unit of work. */
final class ScopeChanges {
    private final ScopeFinder finder;
    private final AnnouncedLots announced;
    private final StockBlocking blocking;
    private final RecallStore store;
    private final LedgerStore events;
    private final OwnEventIds ids;

    ScopeChanges(
            ScopeFinder finder,
            AnnouncedLots announced,
            StockBlocking blocking,
            RecallStore store,
            LedgerStore events) {
        this.finder = finder;
        this.announced = announced;
        this.blocking = blocking;
        this.store = store;
        this.events = events;
        this.ids = new OwnEventIds(events);
    }

    /** Adds everything of the criteria that is unknown. An exercise registers nothing, so it finds no lot that is only announced. */
    void check(ScopeCriteria criteria, RecallOpening opening, Findings findings) {
        finder.check(criteria, lot -> opening.mode().isLive() && announced.contains(lot), findings);
    }

    /**
     * Blocks what is affected and not blocked yet, and what becomes so while this goes on: that is another version. What is not
     * affected any more, as events were reversed, is freed. The first event has the id of the request; those after it are named
     * after the version of the scope they belong to.
     *
     * @param before the lots that are blocked already
     * @param record is given the version and what is stopped as it is found; of no use after a finding
     */
    void widen(
            CaptureContext context,
            RecallCaseId id,
            RecallOpening opening,
            int number,
            ScopeCriteria criteria,
            String reason,
            Set<LotKey> before,
            Consumer<List<? extends RecallFact>> record,
            Findings findings) {
        List<LotChange> registered = opening.mode().isLive() ? announced.register(criteria, findings) : List.of();
        if (!findings.isEmpty()) {
            return;
        }
        ScopeVersion scope = finder.find(number, criteria, reason);
        record.accept(List.of(new ScopeSet(scope)));
        if (!opening.mode().isLive()) {
            return;
        }
        Widening widening = new Widening(
                finder, blocking, events, "recall " + id + ": " + opening.reason(), scope, before, record, findings);
        boolean isFirst = !before.containsAll(scope.keys());
        List<LotKey> meanwhile = widening.blockVersion(context, registered);
        if (findings.isEmpty() && !meanwhile.isEmpty()) {
            widening.blockMeanwhile(context.as(ids.next(id, widening.scope().number())), meanwhile);
        }
        List<LotKey> gone = widening.gone();
        if (findings.isEmpty() && !gone.isEmpty()) {
            CaptureContext own =
                    isFirst ? context.as(ids.next(id, widening.scope().number())) : context;
            free(own, id, gone, reason, record, findings);
        }
    }

    private void free(
            CaptureContext context,
            RecallCaseId id,
            List<LotKey> lots,
            String reason,
            Consumer<List<? extends RecallFact>> record,
            Findings findings) {
        blocking.free(context, lots, () -> keptByOthers(id), "out of recall " + id + ": " + reason, findings)
                .ifPresent(freed -> record.accept(List.of(freed)));
    }

    /** @param record is given the narrower version, before the ledger is locked, and what was freed; of no use after a finding */
    void narrow(
            CaptureContext context,
            RecallCase recallCase,
            ScopeCriteria criteria,
            String reason,
            Consumer<List<? extends RecallFact>> record,
            Findings findings) {
        ScopeVersion before = recallCase.scope();
        ScopeVersion after = finder.find(before.number() + 1, criteria, reason);
        record.accept(List.of(new ScopeSet(after)));
        if (recallCase.opening().mode().isLive()) {
            Set<LotKey> stays = Set.copyOf(after.keys());
            List<LotKey> gone =
                    before.keys().stream().filter(lot -> !stays.contains(lot)).toList();
            free(context, recallCase.id(), gone, reason, record, findings);
        }
    }

    /** A closed case keeps its lots recalled, too. */
    private Set<LotKey> keptByOthers(RecallCaseId id) {
        return store.all().stream()
                .filter(other -> !other.id().equals(id))
                .filter(other -> other.opening().mode().isLive())
                .flatMap(other -> other.scope().keys().stream())
                .collect(Collectors.toSet());
    }
}
