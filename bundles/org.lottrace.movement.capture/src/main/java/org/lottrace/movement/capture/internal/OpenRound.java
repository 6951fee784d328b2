package org.lottrace.movement.capture.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.event.Edge;
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
import org.lottrace.api.transaction.StaleWriteException;

/**
 * What an output is made of: what the order has consumed since its last output; or, when that is nothing, what it consumed last,
 * which it shares with the outputs that were told before.
 *
 * @param production the production whose inputs a later output shares anew; absent when they still lie in the order
 * @param inputs what is in all outputs together
 * @param events of the outputs that were told before
 * @param made how much came out before of each lot that shares the inputs
 */
record OpenRound(
        Optional<EventId> production,
        List<StockBalance> inputs,
        Set<EventId> events,
        SortedMap<LotKey, BigDecimal> made) {
    /** @param consumed what lies in the order, and was not told to have come out of it */
    static OpenRound of(List<StockBalance> consumed) {
        return new OpenRound(Optional.empty(), consumed, Set.of(), new TreeMap<>());
    }

    /** @param ofOrder every event of the order, by position */
    static OpenRound last(List<RecordedEvent> ofOrder) {
        List<TraceEvent> productions = InForce.of(ofOrder).stream()
                .map(RecordedEvent::event)
                .filter(event -> event.type() == EventType.PRODUCE)
                .toList();
        return productions.stream()
                .filter(event -> Round.sharedAnew(event).isEmpty())
                .reduce((earlier, newest) -> newest)
                .map(newest -> of(
                        newest,
                        productions.stream()
                                .filter(event -> Round.of(event).equals(newest.id()))
                                .toList()))
                .orElseGet(() -> of(List.of()));
    }

    private static OpenRound of(TraceEvent production, List<TraceEvent> round) {
        SortedMap<LotKey, BigDecimal> made = new TreeMap<>();
        round.stream()
                .flatMap(event -> transformed(event, EventLine::from))
                .forEach(line -> made.merge(line.lot(), line.quantity().amount(), BigDecimal::add));
        return new OpenRound(
                Optional.of(production.id()),
                transformed(production, EventLine::to)
                        .map(line -> new StockBalance(line.lot(), line.from(), line.quantity()))
                        .toList(),
                round.stream().map(TraceEvent::id).collect(Collectors.toSet()),
                made);
    }

    private static Stream<EventLine> transformed(TraceEvent event, Function<EventLine, Position> end) {
        return event.lines().stream().filter(line -> end.apply(line).place().kind() == PlaceKind.TRANSFORMATION);
    }

    /**
     * @param now the same, read again under the lock of its items
     * @throws StaleWriteException if another output of it was told, or one of them reversed, meanwhile
     */
    void requireSame(OpenRound now) {
        StaleWriteException.requireLocked(events, now.events());
        StaleWriteException.requireLocked(now.events(), events);
    }

    /** @return how much there is of each lot that shares the inputs, now that these came out, too */
    SortedMap<LotKey, BigDecimal> madeWith(SortedMap<LotKey, BigDecimal> outputs) {
        SortedMap<LotKey, BigDecimal> all = new TreeMap<>(made);
        outputs.forEach((lot, amount) -> all.merge(lot, amount, BigDecimal::add));
        return all;
    }

    /**
     * @param concluded the inputs of which nobody knows that they went in, because they were part of a mixture
     * @return which part of the inputs became part of which output, now that these came out, too
     */
    List<Edge> sharedWith(SortedMap<LotKey, BigDecimal> outputs, Set<LotKey> concluded) {
        SharedInputs shares = new SharedInputs(madeWith(outputs));
        return inputs.stream()
                .flatMap(
                        input -> shares
                                .of(
                                        input,
                                        concluded.contains(input.lot())
                                                ? Edge.Certainty.INFERRED
                                                : Edge.Certainty.KNOWN)
                                .stream())
                .toList();
    }
}
