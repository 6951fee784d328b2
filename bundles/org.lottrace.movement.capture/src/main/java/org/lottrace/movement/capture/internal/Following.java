package org.lottrace.movement.capture.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.event.DispositionChange;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.Round;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quality.DispositionHistory;
import org.lottrace.api.quantity.Quantity;

/**
 * Which later events stand on one that shall be undone, and on those again:
 *
 * <ul>
 *   <li>by quantity: without it, and without those found so far, a position would have gone below zero with them;
 *   <li>by value: they took value out of a lot, or found goods of it at its cost, after value had come into it, for all that is
 *       in a lot is worth the same;
 *   <li>by their meaning: returns of a shipment, the release of what was held, another change of what was changed, a later output
 *       of what was consumed.
 * </ul>
 */
final class Following {
    private static final Set<EventType> AT_COST_OF_THE_LOT = Stream.concat(
                    EventType.TRANSFORMATIONS.stream(),
                    Stream.of(
                            EventType.CONSUME,
                            EventType.SHIP,
                            EventType.DISPOSE,
                            EventType.SAMPLE,
                            EventType.COUNT,
                            EventType.SUPPLIER_RETURN))
            .collect(Collectors.toUnmodifiableSet());

    private final Function<Collection<LotKey>, List<RecordedEvent>> histories;
    private final Map<EventId, RecordedEvent> undone = new HashMap<>();
    private final Set<LotKey> lots = new HashSet<>();
    private List<RecordedEvent> history = List.of();

    private record At(LotKey lot, Position position) {}

    private Following(Function<Collection<LotKey>, List<RecordedEvent>> histories) {
        this.histories = histories;
    }

    /**
     * @param event one that is in force
     * @param histories the events of lots that are in force, by position
     * @return the newest first
     */
    static List<RecordedEvent> of(RecordedEvent event, Function<Collection<LotKey>, List<RecordedEvent>> histories) {
        Following following = new Following(histories);
        following.undo(List.of(event));
        following.complete();
        return following.undone.values().stream()
                .filter(other -> other.position() != event.position())
                .sorted(Comparator.comparingLong(RecordedEvent::position).reversed())
                .toList();
    }

    /** @return every lot that the event names */
    static Set<LotKey> lotsOf(TraceEvent event) {
        return Stream.of(
                        event.lines().stream().map(EventLine::lot),
                        event.edges().stream().flatMap(edge -> Stream.of(edge.input(), edge.output())),
                        event.dispositionChanges().stream().map(DispositionChange::lot),
                        event.lotChanges().stream().map(LotChange::lot))
                .flatMap(lot -> lot)
                .collect(Collectors.toSet());
    }

    /** @return every logistic unit that the event moves something into or out of */
    static Stream<Sscc> unitsOf(TraceEvent event) {
        return event.lines().stream()
                .flatMap(line -> Stream.of(line.from(), line.to()))
                .flatMap(position -> position.container().stream());
    }

    private void undo(Collection<RecordedEvent> events) {
        boolean moreLots = false;
        for (RecordedEvent event : events) {
            undone.put(event.event().id(), event);
            moreLots |= lots.addAll(lotsOf(event.event()));
        }
        if (moreLots) {
            history = histories.apply(lots);
        }
    }

    private void complete() {
        List<RecordedEvent> more = nextToUndo();
        while (!more.isEmpty()) {
            undo(more);
            more = nextToUndo();
        }
    }

    private List<RecordedEvent> nextToUndo() {
        List<RecordedEvent> byRule = left().filter(later -> undone.values().stream()
                        .anyMatch(event -> event.position() < later.position()
                                && (standsByValue(event.event(), later.event())
                                        || standsByMeaning(event.event(), later.event()))))
                .toList();
        return byRule.isEmpty() ? firstBelowZero().map(List::of).orElse(List.of()) : byRule;
    }

    private Stream<RecordedEvent> left() {
        return history.stream()
                .filter(event -> !undone.containsKey(event.event().id()));
    }

    private static boolean standsByValue(TraceEvent event, TraceEvent later) {
        return AT_COST_OF_THE_LOT.contains(later.type())
                && event.lines().stream().filter(Following::bringsValue).anyMatch(line -> later.lines().stream()
                        .anyMatch(other -> other.lot().equals(line.lot())));
    }

    private static boolean bringsValue(EventLine line) {
        return !line.from().place().kind().holdsStock()
                && line.to().place().kind().holdsStock();
    }

    private static boolean standsByMeaning(TraceEvent event, TraceEvent later) {
        return event.type() == EventType.SHIP && later.type() == EventType.RETURN && isReturnOf(event, later)
                || event.type() == EventType.HOLD && isReleaseOf(event, later)
                || event.type() == EventType.LOT_CHANGE
                        && later.type() == EventType.LOT_CHANGE
                        && shareALot(event, later)
                || event.type() == EventType.PRODUCE
                        && Round.shares(later).stream()
                                .anyMatch(shared -> Round.allOf(event).contains(shared.production()));
    }

    private static boolean isReturnOf(TraceEvent shipment, TraceEvent later) {
        return later.document(DocumentType.SHIPMENT).equals(shipment.document(DocumentType.SHIPMENT));
    }

    /** A release that names no hold ended them all. The end of a recall ends no hold. */
    private static boolean isReleaseOf(TraceEvent hold, TraceEvent later) {
        Set<String> ended = DispositionHistory.released(later);
        return later.type() == EventType.RELEASE
                && !DispositionHistory.endsRecall(later)
                && (ended.isEmpty() || ended.contains(hold.id().value()))
                && shareALot(hold, later);
    }

    private static boolean shareALot(TraceEvent event, TraceEvent later) {
        return lotsOf(event).stream().anyMatch(lotsOf(later)::contains);
    }

    /**
     * With what happened in fact a position may have been below zero for a while: what explained a gain was recorded after what
     * took it.
     *
     * @return the first event with which a position goes below zero, and lower than it was in fact, when what is undone did not
     *     happen; else the newest that takes from a position that is below zero in the end
     */
    private Optional<RecordedEvent> firstBelowZero() {
        Map<At, Quantity> fact = new HashMap<>();
        Map<At, Quantity> stock = new HashMap<>();
        for (RecordedEvent event : history) {
            moved(event.event(), fact);
            if (!undone.containsKey(event.event().id())
                    && moved(event.event(), stock).stream().anyMatch(at -> isLower(at, stock, fact))) {
                return Optional.of(event);
            }
        }
        return left().filter(event -> event.event().lines().stream()
                        .map(line -> new At(line.lot(), line.from()))
                        .anyMatch(at -> isLower(at, stock, fact)))
                .reduce((earlier, later) -> later);
    }

    private static boolean isLower(At at, Map<At, Quantity> stock, Map<At, Quantity> fact) {
        Quantity left = stock.get(at);
        return left != null
                && left.isNegative()
                && left.compareTo(fact.getOrDefault(at, Quantity.zero(left.unit()))) < 0;
    }

    /** @return the positions from which it takes; an event moves everything at once */
    private List<At> moved(TraceEvent event, Map<At, Quantity> stock) {
        List<At> taken = new ArrayList<>();
        for (EventLine line : event.lines()) {
            if (lots.contains(line.lot())) {
                add(stock, new At(line.lot(), line.to()), line.quantity());
                At from = new At(line.lot(), line.from());
                add(stock, from, line.quantity().negated());
                taken.add(from);
            }
        }
        return taken;
    }

    private static void add(Map<At, Quantity> stock, At at, Quantity change) {
        if (at.position().place().kind().holdsStock()) {
            stock.merge(at, change, Quantity::plus);
        }
    }
}
