package org.lottrace.recall.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.LotChange;
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
    private final OwnEventIds ids;

    ScopeChanges(
            ScopeFinder finder, AnnouncedLots announced, StockBlocking blocking, RecallStore store, OwnEventIds ids) {
        this.finder = finder;
        this.announced = announced;
        this.blocking = blocking;
        this.store = store;
        this.ids = ids;
    }

    /** Adds everything of the criteria that is unknown. An exercise registers nothing, so it finds no lot that is only announced. */
    void check(ScopeCriteria criteria, RecallOpening opening, Findings findings) {
        finder.check(criteria, lot -> opening.mode().isLive() && announced.contains(lot), findings);
    }

    /**
     * Blocks what is affected and not blocked yet, until a trace under the lock of the ledger finds nothing more: what is
     * made while this goes on is in it. What is not affected any more, as events were reversed, is freed.
     *
     * @param before the lots that are blocked already
     * @return the version and what was stopped; empty after a finding
     */
    List<RecallFact> widen(
            CaptureContext context,
            RecallCaseId id,
            RecallOpening opening,
            int number,
            ScopeCriteria criteria,
            String reason,
            Set<LotKey> before,
            Findings findings) {
        if (!opening.mode().isLive()) {
            return List.of(new ScopeSet(finder.find(number, criteria, reason)));
        }
        List<LotChange> registered = announced.register(criteria, findings);
        if (!findings.isEmpty()) {
            return List.of();
        }
        ScopeVersion scope = finder.find(number, criteria, reason);
        List<RecallFact> facts = new ArrayList<>();
        Set<LotKey> blocked = new HashSet<>(before);
        int round = 1;
        for (; !blocked.containsAll(scope.keys()); round++) {
            List<LotKey> more =
                    scope.keys().stream().filter(lot -> !blocked.contains(lot)).toList();
            blocking.block(
                            round(context, id, number, round),
                            more,
                            "recall " + id + ": " + opening.reason(),
                            round == 1 ? registered : List.of(),
                            findings)
                    .ifPresent(facts::add);
            if (!findings.isEmpty()) {
                return List.of();
            }
            blocked.addAll(more);
            scope = finder.find(number, criteria, reason);
        }
        Set<LotKey> affected = Set.copyOf(scope.keys());
        List<LotKey> gone =
                before.stream().filter(lot -> !affected.contains(lot)).sorted().toList();
        if (!gone.isEmpty()) {
            blocking.free(
                            round(context, id, number, round),
                            gone,
                            () -> keptByOthers(id),
                            "out of recall " + id + ": " + reason,
                            findings)
                    .ifPresent(facts::add);
        }
        facts.add(0, new ScopeSet(scope));
        return facts;
    }

    /** @return the narrower version and what was freed; empty after a finding */
    List<RecallFact> narrow(
            CaptureContext context, RecallCase recallCase, ScopeCriteria criteria, String reason, Findings findings) {
        ScopeVersion before = recallCase.scope();
        ScopeVersion after = finder.find(before.number() + 1, criteria, reason);
        List<RecallFact> facts = new ArrayList<>(List.of(new ScopeSet(after)));
        if (recallCase.opening().mode().isLive()) {
            List<LotKey> gone = before.keys().stream()
                    .filter(lot -> !after.keys().contains(lot))
                    .toList();
            blocking.free(
                            context,
                            gone,
                            () -> keptByOthers(recallCase.id()),
                            "out of recall " + recallCase.id() + ": " + reason,
                            findings)
                    .ifPresent(facts::add);
        }
        return facts;
    }

    /** A closed case keeps its lots recalled, too. */
    private Set<LotKey> keptByOthers(RecallCaseId id) {
        return store.all().stream()
                .filter(other -> !other.id().equals(id))
                .filter(other -> other.opening().mode().isLive())
                .flatMap(other -> other.scope().keys().stream())
                .collect(Collectors.toSet());
    }

    /** The first event has the id of the request; those after it are named after the version of the scope they belong to. */
    private CaptureContext round(CaptureContext context, RecallCaseId id, int number, int round) {
        return round == 1 ? context : context.as(ids.next(id, number));
    }
}
