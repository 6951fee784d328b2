package org.lottrace.certificate.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lottrace.api.certificate.Finding;
import org.lottrace.api.event.DispositionChange;
import org.lottrace.api.event.Edge;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.InForce;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.genealogy.TracedEdge;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.quantity.UnitOfMeasure;

/** The accounts of the lots of a scope, fed with their events page by page, so that the ledger may have any length. */
final class Accounts {
    private static final int PAGE = 250;
    private static final String NOTHING_CONSUMED = "NOTHING_CONSUMED";

    private final ItemStore items;
    private final EventSource source;
    private final SharedInputs shared;
    private final Set<LotKey> scope;
    private final SortedMap<LotKey, LotAccount> accounts = new TreeMap<>();
    private final Map<LotKey, JournalWitness> journals = new HashMap<>();
    private final Map<ItemNumber, UnitOfMeasure> units = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<TracedEdge> inferred = new ArrayList<>();
    /** What was found of outputs that say themselves that nothing went in, by their events. */
    private final Map<EventId, List<Finding>> madeOfNothing = new HashMap<>();

    private final Map<EventId, List<Finding>> guesses = new HashMap<>();

    private long position;

    /** @param scope the lots to account for */
    Accounts(ItemStore items, Set<LotKey> scope, EventSource source) {
        this.items = items;
        this.scope = scope;
        this.source = source;
        this.shared = new SharedInputs(source);
        scope.forEach(lot -> {
            accounts.put(lot, new LotAccount(lot, unitOf(lot.item())));
            journals.put(lot, new JournalWitness(lot));
        });
    }

    /** Takes in every event that is committed and was not taken in before. */
    void catchUp() {
        for (List<RecordedEvent> page = next(); !page.isEmpty(); page = next()) {
            page.forEach(this::take);
        }
    }

    /** @return true when {@link #catchUp} would change nothing */
    boolean isUpToDate() {
        return source.after(scope, position, 1).isEmpty();
    }

    /** @return every lot that is accounted for, by key */
    SortedMap<LotKey, LotAccount> byLot() {
        return accounts;
    }

    JournalWitness journalOf(LotKey lot) {
        return journals.get(lot);
    }

    /** @return what does not fit within single events */
    List<Finding> findings() {
        return findings;
    }

    /** @return the edges of lots of the scope that were concluded by a rule */
    List<TracedEdge> inferred() {
        return inferred;
    }

    private List<RecordedEvent> next() {
        return source.after(scope, position, PAGE);
    }

    private void take(RecordedEvent recorded) {
        position = recorded.position();
        SortedSet<LotKey> named = namedBy(recorded.event());
        named.retainAll(scope);
        named.forEach(lot -> {
            accounts.get(lot).take(recorded);
            journals.get(lot).take(recorded);
        });
        checkEdges(recorded);
        InForce.reversedBy(recorded.event())
                .ifPresentOrElse(
                        original -> inferred.removeIf(edge -> edge.event().equals(original)),
                        () -> noteInferred(recorded));
    }

    /**
     * An output that was reported before anybody told what went in is made of nothing until it is reversed, and reported again; and
     * which of several lots it was is a guess as long.
     */
    private void checkEdges(RecordedEvent recorded) {
        List<Finding> ofEdges = EdgeCheck.findings(recorded, shared.of(recorded));
        Optional<EventId> undone = InForce.reversedBy(recorded.event()).filter(madeOfNothing::containsKey);
        if (undone.isPresent()) {
            findings.removeAll(madeOfNothing.remove(undone.get()));
            return;
        }
        InForce.reversedBy(recorded.event()).map(guesses::remove).ifPresent(findings::removeAll);
        findings.addAll(ofEdges);
        List<Finding> guessed = ofEdges.stream().filter(EdgeCheck::isGuess).toList();
        if (!guessed.isEmpty()) {
            guesses.put(recorded.event().id(), guessed);
        }
        if (saysThatNothingWentIn(recorded.event())) {
            madeOfNothing.put(recorded.event().id(), ofEdges);
        }
    }

    private static boolean saysThatNothingWentIn(TraceEvent event) {
        return event.type() == EventType.PRODUCE
                && event.edges().isEmpty()
                && event.keyData().stream()
                        .anyMatch(datum -> datum.name().equals(KeyDataElement.FINDING.word())
                                && datum.value().text().equals(NOTHING_CONSUMED));
    }

    private void noteInferred(RecordedEvent recorded) {
        recorded.event().edges().stream()
                .filter(edge -> edge.certainty() == Edge.Certainty.INFERRED)
                .filter(edge -> scope.contains(edge.input()) || scope.contains(edge.output()))
                .forEach(edge -> inferred.add(TracedEdge.of(recorded, edge)));
    }

    private static SortedSet<LotKey> namedBy(TraceEvent event) {
        SortedSet<LotKey> lots = new TreeSet<>();
        event.lines().stream().map(EventLine::lot).forEach(lots::add);
        event.edges().forEach(edge -> lots.addAll(List.of(edge.input(), edge.output())));
        event.dispositionChanges().stream().map(DispositionChange::lot).forEach(lots::add);
        return lots;
    }

    private UnitOfMeasure unitOf(ItemNumber number) {
        return units.computeIfAbsent(number, unknown -> items.find(unknown)
                .map(Item::baseUnit)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no item " + unknown + ", so it has no lots: check the scope")));
    }
}
