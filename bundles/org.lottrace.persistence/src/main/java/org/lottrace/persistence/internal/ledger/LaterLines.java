package org.lottrace.persistence.internal.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.LaterLine;
import org.lottrace.api.lot.LotKey;
import org.lottrace.persistence.internal.Chunks;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.Questions;
import org.lottrace.persistence.internal.RoundTrip.ArrayParameter;
import org.lottrace.persistence.internal.UnitMemory;
import org.lottrace.persistence.internal.UnitMemory.Kind;
import org.lottrace.persistence.internal.lot.LotRows;

/**
 * The lines of a lot after a moment, as a unit of work has read them, and with what it has appended since: whoever records many
 * events asks once, for the earliest of them.
 */
record LaterLines(Instant since, List<LaterLine> lines) {
    private static final Kind<LotKey, LaterLines> OF_LOT = Kind.untilALock();

    /** @return the lines of the lots after the moment; empty when they have to be read */
    static Optional<List<LaterLine>> known(UnitMemory memory, Collection<LotKey> lots, Instant moment) {
        List<LaterLine> later = new ArrayList<>();
        for (LotKey lot : Set.copyOf(lots)) {
            Optional<LaterLines> ofLot = memory.find(OF_LOT, lot).filter(read -> !moment.isBefore(read.since));
            if (ofLot.isEmpty()) {
                return Optional.empty();
            }
            ofLot.get().lines.stream()
                    .filter(line -> line.happened().isAfter(moment))
                    .forEach(later::add);
        }
        return Optional.of(later);
    }

    /** @return what was read */
    static List<LaterLine> learn(UnitMemory memory, Collection<LotKey> lots, Instant since, List<LaterLine> read) {
        var byLot =
                read.stream().collect(Collectors.groupingBy(line -> line.line().lot()));
        lots.forEach(lot -> memory.learn(OF_LOT, lot, new LaterLines(since, byLot.getOrDefault(lot, List.of()))));
        return read;
    }

    /** Asks which of the lots have such lines, and remembers those that have none: mostly all. */
    static void askNone(CurrentSession current, Questions questions, Collection<LotKey> lots, Instant since) {
        Map<Long, LotKey> keys = LotRows.of(current, lots).keys();
        Set<LotKey> moved = new HashSet<>();
        Chunks.of(keys.keySet())
                .forEach(ids -> questions.ask(
                        "select distinct p.lot_id from event_line p where p.lot_id = any(?) and p.effective_at > ?",
                        row -> moved.add(keys.get(row.getLong(1))),
                        ArrayParameter.ids(ids),
                        since));
        questions.then(() -> lots.stream().filter(lot -> !moved.contains(lot)).forEach(lot -> current.memory()
                .learn(OF_LOT, lot, new LaterLines(since, List.of()))));
    }

    /** A reversal takes others back: what is in force is asked again. */
    static void appended(UnitMemory memory, TraceEvent event) {
        if (event.type() == EventType.REVERSE) {
            memory.forget(OF_LOT);
            return;
        }
        event.lines().forEach(line -> memory.find(OF_LOT, line.lot())
                .filter(read -> event.context().effective().isAfter(read.since))
                .ifPresent(read -> memory.learn(
                        OF_LOT,
                        line.lot(),
                        read.and(new LaterLine(event.context().effective(), line)))));
    }

    private LaterLines and(LaterLine line) {
        return new LaterLines(
                since, Stream.concat(lines.stream(), Stream.of(line)).toList());
    }
}
