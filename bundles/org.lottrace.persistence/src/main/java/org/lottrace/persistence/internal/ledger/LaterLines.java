package org.lottrace.persistence.internal.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.LaterLine;
import org.lottrace.api.lot.LotKey;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.UnitMemory;
import org.lottrace.persistence.internal.UnitMemory.Kind;
import org.lottrace.persistence.internal.lot.KnownLots;

/**
 * The lines of a lot after a moment, as a unit of work has read them, and with what it has appended since: whoever records many
 * events asks once, for the earliest of them.
 */
public record LaterLines(Instant since, List<LaterLine> lines) {
    private static final Kind<LotKey, LaterLines> OF_LOT = Kind.untilALock();
    private static final Kind<LotKey, Boolean> APPENDED = Kind.ofTheUnit();
    private static final Kind<Integer, Instant> WANTED = Kind.ofTheUnit();
    private static final int ONLY = 1;

    /** @return the lines of the lots after the moment; empty when they have to be read */
    static Optional<List<LaterLine>> known(CurrentSession current, Collection<LotKey> lots, Instant moment) {
        List<LaterLine> later = new ArrayList<>();
        for (LotKey lot : Set.copyOf(lots)) {
            Optional<LaterLines> ofLot = current.memory()
                    .find(OF_LOT, lot)
                    .filter(read -> !moment.isBefore(read.since))
                    .or(() -> ofNew(current, lot, moment));
            if (ofLot.isEmpty()) {
                return Optional.empty();
            }
            ofLot.get().lines.stream()
                    .filter(line -> line.happened().isAfter(moment))
                    .forEach(later::add);
        }
        return Optional.of(later);
    }

    /** Of a lot that the unit of work has registered nobody else has moved anything. */
    private static Optional<LaterLines> ofNew(CurrentSession current, LotKey lot, Instant moment) {
        return KnownLots.isNew(current, lot)
                        && current.memory().find(APPENDED, lot).isEmpty()
                ? Optional.of(new LaterLines(moment, List.of()))
                : Optional.empty();
    }

    /** @return what was read */
    static List<LaterLine> learn(UnitMemory memory, Collection<LotKey> lots, Instant since, List<LaterLine> read) {
        var byLot =
                read.stream().collect(Collectors.groupingBy(line -> line.line().lot()));
        lots.forEach(lot -> memory.learn(OF_LOT, lot, new LaterLines(since, byLot.getOrDefault(lot, List.of()))));
        return read;
    }

    /** Tells ahead that they will be asked for, so that who locks the lots asks which of them have any. */
    static void willBeAsked(UnitMemory memory, Instant since) {
        memory.learn(WANTED, ONLY, since);
    }

    /** @return the moment that was told ahead */
    public static Optional<Instant> wanted(UnitMemory memory) {
        return memory.find(WANTED, ONLY);
    }

    /** Remembers those that have none: mostly all. */
    public static void learnNone(UnitMemory memory, Collection<LotKey> lots, Set<LotKey> moved, Instant since) {
        lots.stream()
                .filter(lot -> !moved.contains(lot))
                .forEach(lot -> memory.learn(OF_LOT, lot, new LaterLines(since, List.of())));
    }

    /** A reversal takes others back: what is in force is asked again. */
    static void appended(UnitMemory memory, TraceEvent event) {
        event.lines().forEach(line -> memory.learn(APPENDED, line.lot(), true));
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
