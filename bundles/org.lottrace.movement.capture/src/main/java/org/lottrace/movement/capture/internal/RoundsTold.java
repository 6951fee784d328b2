package org.lottrace.movement.capture.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.InForce;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.Round;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.LotKey;

/** The rounds of a production order, read from its events. */
final class RoundsTold {
    private final Map<EventId, ToldRound> rounds = new LinkedHashMap<>();
    /** By round when the first of its inputs was consumed. */
    private final Map<EventId, Instant> begun = new LinkedHashMap<>();
    /** Rounds that share an output belong together: of their events the newest says how all of them is shared. */
    private final List<Set<EventId>> together = new ArrayList<>();

    private Optional<Instant> consumed = Optional.empty();

    /** @param ofOrder every event of the order, by position */
    RoundsTold(List<RecordedEvent> ofOrder) {
        InForce.of(ofOrder).stream().map(RecordedEvent::event).forEach(this::take);
    }

    private void take(TraceEvent event) {
        if (event.type() == EventType.CONSUME) {
            Instant happened = event.context().effective();
            consumed = Optional.of(consumed.filter(happened::isAfter).orElse(happened));
        } else if (event.type() == EventType.PRODUCE) {
            List<EventId> shared = Round.shares(event).stream()
                    .map(Round.Share::production)
                    .filter(rounds::containsKey)
                    .toList();
            SortedMap<LotKey, BigDecimal> made = made(event);
            if (Round.sharedAnew(event).isEmpty()) {
                ToldRound round = begin(event, made);
                if (round.inputs().isEmpty()) {
                    return; // an output of which nobody has told what went in: there is nothing to share
                }
                rounds.put(event.id(), round);
                begun.put(event.id(), consumed.orElse(Instant.MIN));
                consumed = Optional.empty();
            } else {
                List<ToldRound> with =
                        ToldRound.sharing(shared.stream().map(rounds::get).toList(), made);
                with.forEach(round -> {
                    Set<EventId> events = new HashSet<>(round.events());
                    events.add(event.id());
                    rounds.put(
                            round.production().orElseThrow(),
                            new ToldRound(round.production(), round.inputs(), events, round.made(), round.uncertain()));
                });
                together.add(Set.copyOf(shared));
            }
        }
    }

    private static ToldRound begin(TraceEvent event, SortedMap<LotKey, BigDecimal> made) {
        return new ToldRound(
                Optional.of(event.id()),
                transformed(event, EventLine::to)
                        .map(line -> new StockBalance(line.lot(), line.from(), line.quantity()))
                        .toList(),
                Set.of(event.id()),
                made,
                Set.of());
    }

    private static SortedMap<LotKey, BigDecimal> made(TraceEvent event) {
        SortedMap<LotKey, BigDecimal> made = new TreeMap<>();
        transformed(event, EventLine::from)
                .forEach(line -> made.merge(line.lot(), line.quantity().amount(), BigDecimal::add));
        return made;
    }

    private static Stream<EventLine> transformed(TraceEvent event, Function<EventLine, Position> end) {
        return event.lines().stream().filter(line -> end.apply(line).place().kind() == PlaceKind.TRANSFORMATION);
    }

    /**
     * @param happened when the output came out
     * @return the rounds that it may be of: those that had begun by then, all when none had, and those that share an output with them
     */
    OpenRound by(Instant happened) {
        Set<EventId> possible = rounds.keySet().stream()
                .filter(round -> !begun.get(round).isAfter(happened))
                .collect(Collectors.toSet());
        if (possible.isEmpty()) {
            possible.addAll(rounds.keySet());
        }
        boolean grows = true;
        while (grows) {
            grows = together.stream()
                    .filter(shared -> shared.stream().anyMatch(possible::contains))
                    .map(possible::addAll)
                    .reduce(false, Boolean::logicalOr);
        }
        return new OpenRound(rounds.entrySet().stream()
                .filter(round -> possible.contains(round.getKey()))
                .map(Map.Entry::getValue)
                .toList());
    }
}
