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
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.lottrace.api.certificate.Finding;
import org.lottrace.api.event.DispositionChange;
import org.lottrace.api.event.Edge;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.InForce;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.Round;
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
    private final BiFunction<Long, Integer, List<RecordedEvent>> source;
    private final Set<LotKey> scope;
    private final SortedMap<LotKey, LotAccount> accounts = new TreeMap<>();
    private final Map<LotKey, JournalWitness> journals = new HashMap<>();
    private final Map<ItemNumber, UnitOfMeasure> units = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<TracedEdge> inferred = new ArrayList<>();
    /** By production the newest edges of its round: a later output, and its reversal, is compared with what it shares anew. */
    private final Map<EventId, List<Edge>> productions = new HashMap<>();

    /** What was found of outputs that say themselves that nothing went in, by their events. */
    private final Map<EventId, List<Finding>> madeOfNothing = new HashMap<>();

    private final Map<EventId, List<Finding>> guesses = new HashMap<>();

    /** By later output the productions that it belongs to. */
    private final Map<EventId, List<EventId>> rounds = new HashMap<>();

    private long position;

    /**
     * @param scope the lots to account for; their journal is kept, too
     * @param others other lots to account for
     * @param source events after a position, at most so many: all that name one of the lots, and maybe more
     */
    Accounts(
            ItemStore items,
            Set<LotKey> scope,
            Set<LotKey> others,
            BiFunction<Long, Integer, List<RecordedEvent>> source) {
        this.items = items;
        this.scope = scope;
        this.source = source;
        Stream.concat(scope.stream(), others.stream())
                .forEach(lot -> accounts.computeIfAbsent(lot, key -> new LotAccount(key, unitOf(key.item()))));
        scope.forEach(lot -> journals.put(lot, new JournalWitness(lot)));
    }

    /** Takes in every event that is committed and was not taken in before. */
    void catchUp() {
        for (List<RecordedEvent> page = next(); !page.isEmpty(); page = next()) {
            page.forEach(this::take);
        }
    }

    /** @return true when {@link #catchUp} would change nothing */
    boolean isUpToDate() {
        return source.apply(position, 1).isEmpty();
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
        return source.apply(position, PAGE);
    }

    private void take(RecordedEvent recorded) {
        position = recorded.position();
        SortedSet<LotKey> named = namedBy(recorded.event());
        named.retainAll(accounts.keySet());
        named.forEach(lot -> accounts.get(lot).take(recorded));
        named.stream().filter(journals::containsKey).forEach(lot -> journals.get(lot)
                .take(recorded));
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
        List<Finding> ofEdges = EdgeCheck.findings(recorded, sharedBy(recorded.event()));
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

    /** @return the edges as they were before the event, all that the round has consumed; none when it has inputs of its own */
    private List<Edge> sharedBy(TraceEvent event) {
        List<EventId> joined =
                Round.shares(event).stream().map(Round.Share::production).toList();
        List<Edge> shared = InForce.reversedBy(event).map(rounds::get).orElse(joined).stream()
                .flatMap(production -> productions.getOrDefault(production, List.of()).stream())
                .toList();
        if (event.type() == EventType.PRODUCE && joined.isEmpty()) {
            productions.put(event.id(), event.edges());
        } else if (!joined.isEmpty()) {
            rounds.put(event.id(), joined);
            Round.shares(event).forEach(share -> productions.put(share.production(), share.edges()));
        }
        return shared;
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
