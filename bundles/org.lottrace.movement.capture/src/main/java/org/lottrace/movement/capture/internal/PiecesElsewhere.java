package org.lottrace.movement.capture.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.InForce;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.LotReference;

/**
 * As pieces of which lot serial numbers of an item are in stock. A number belongs to one piece of its item, so what is there as a piece of
 * one lot cannot come as one of another. Source: GS1 General Specifications, AI (21): with the GTIN, it identifies one item.
 */
final class PiecesElsewhere {
    private final LedgerStore events;
    private final LotMaster lots;

    /** The newest that is known of a piece; what is told late changes nothing of what came after. */
    private record State(LotKey lot, boolean isInStock, Instant since) {
        State newest(State other) {
            return other.since.isBefore(since) ? this : other;
        }
    }

    PiecesElsewhere(LedgerStore events, LotMaster lots) {
        this.events = events;
        this.lots = lots;
    }

    /**
     * @param besides an event that is not looked at
     * @return for each of the numbers that is in stock the lot it is there as
     */
    private Map<String, LotKey> inStock(ItemNumber item, Collection<String> serials, EventId besides) {
        Map<String, State> states = new HashMap<>();
        Set<String> asked = Set.copyOf(serials);
        for (RecordedEvent recorded : asked.isEmpty() ? List.<RecordedEvent>of() : events.ofPieces(item, asked)) {
            Instant happened = recorded.event().context().effective();
            recorded.event().lines().stream()
                    .filter(line -> line.lot().item().equals(item)
                            && !recorded.event().context().id().equals(besides))
                    .forEach(line -> state(line, happened)
                            .ifPresent(state -> KnownPieces.serials(line.keyData()).stream()
                                    .filter(asked::contains)
                                    .forEach(serial -> states.merge(serial, state, State::newest))));
        }
        return states.entrySet().stream()
                .filter(known -> known.getValue().isInStock())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, known -> known.getValue().lot()));
    }

    /**
     * @param of the event of the line, recorded or not yet
     * @return numbers that the line brings into stock while they are there as pieces of another lot, each with that lot
     */
    Map<String, LotKey> elsewhere(EventLine line, EventId of) {
        if (!KnownPieces.isIn(line)) {
            return Map.of();
        }
        Map<String, LotKey> there = inStock(line.lot().item(), KnownPieces.serials(line.keyData()), of);
        return there.entrySet().stream()
                .filter(known -> !known.getValue().equals(line.lot()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** @return other lots of the item, of which each is one piece with a number of its own, with the number of that lot, in stock */
    List<LotKey> sameNumber(LotKey piece) {
        return lots.find(new LotReference(Optional.empty(), Optional.of(piece.item()), piece.number())).stream()
                .map(Lot::key)
                .filter(other -> !other.equals(piece))
                .filter(other -> KnownPieces.of(other, InForce.of(events.historyOf(List.of(other))))
                        .areThere())
                .toList();
    }

    private static Optional<State> state(EventLine line, Instant happened) {
        return KnownPieces.isIn(line) || KnownPieces.isOut(line)
                ? Optional.of(new State(line.lot(), KnownPieces.isIn(line), happened))
                : Optional.empty();
    }
}
