package org.lottrace.movement.capture.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.event.DispositionChange;
import org.lottrace.api.event.Edge;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.violation.ViolationPath;

/**
 * Goods whose number several lots of their item have, such as two suppliers'. What was done with them is recorded on a lot of its own,
 * which may contain each of them, so that a recall of either finds it, and which is held, until somebody says which lot it was.
 */
final class UnclearLots {
    private static final String MARK = "?";
    private static final int LONGEST = 20;
    private static final String HELD = "nobody has said yet which lot this is";

    private record Unclear(Lot own, List<Lot> fitting, ViolationPath path) {
        Unclear or(Unclear more) {
            return new Unclear(
                    own,
                    Stream.concat(fitting.stream(), more.fitting.stream())
                            .distinct()
                            .toList(),
                    path);
        }
    }

    private final Map<LotKey, Unclear> lots = new LinkedHashMap<>();

    /** @return the lot of its own */
    Lot add(PartyId company, LotNumber told, List<Lot> fitting, ViolationPath path) {
        LotKey key = new LotKey(company, fitting.get(0).key().item(), numberFor(told));
        Optional<LocalDate> expiry =
                fitting.stream().flatMap(lot -> lot.expiry().stream()).min(LocalDate::compareTo);
        Lot own = new Lot(key, Optional.empty(), expiry, Optional.of(told.value()), Optional.empty());
        return lots.merge(key, new Unclear(own, fitting, path), Unclear::or).own();
    }

    /** @return the lots that one may be; none of a lot that is known */
    List<Lot> mayBe(LotKey lot) {
        return Optional.ofNullable(lots.get(lot)).map(Unclear::fitting).orElse(List.of());
    }

    /** @return true when goods with that number may have been recorded on that lot */
    static boolean isFor(LotNumber told, LotKey lot) {
        return lot.number().equals(numberFor(told));
    }

    /** Long numbers differ at their end. */
    private static LotNumber numberFor(LotNumber told) {
        String number = told.value();
        return new LotNumber(number.substring(Math.max(0, number.length() - LONGEST + 1)) + MARK);
    }

    /** @return true when the event is recorded on that lot because nobody has said which it was */
    static boolean isOpen(LotKey lot, TraceEvent event) {
        return event.edges().stream()
                .anyMatch(edge -> edge.certainty() == Edge.Certainty.INFERRED
                        && edge.output().equals(lot)
                        && lot.number().value().endsWith(MARK));
    }

    /** @return the event with the lots registered, held where goods of them stay in stock, and what they may contain */
    TraceEvent registering(TraceEvent event, LotMaster master, Findings findings) {
        if (lots.isEmpty()) {
            return event;
        }
        List<LotChange> registered = new ArrayList<>(event.lotChanges());
        master.registerAsFound(lots.values().stream().map(Unclear::own).toList())
                .forEach((lot, outcome) -> {
                    findings.addAll(outcome.violations(), lots.get(lot.key()).path());
                    if (outcome instanceof Outcome.Done<Lot> done) {
                        registered.add(LotChange.registered(done.value(), List.of()));
                    }
                });
        List<Edge> edges = new ArrayList<>(event.edges());
        List<DispositionChange> holds = new ArrayList<>(event.dispositionChanges());
        moved(event).forEach((key, quantity) -> lots.get(key)
                .fitting()
                .forEach(lot -> edges.add(new Edge(lot.key(), key, quantity, Edge.Certainty.INFERRED))));
        event.lines().stream()
                .filter(line ->
                        lots.containsKey(line.lot()) && line.to().place().kind().holdsStock())
                .map(EventLine::lot)
                .distinct()
                .forEach(lot -> holds.add(new DispositionChange(lot, Disposition.ON_HOLD, HELD)));
        return new TraceEvent(
                event.context(),
                event.type(),
                event.documents(),
                event.corrects(),
                event.lines(),
                edges,
                holds,
                registered,
                event.keyData(),
                event.anchors());
    }

    private Map<LotKey, Quantity> moved(TraceEvent event) {
        Map<LotKey, Quantity> moved = new LinkedHashMap<>();
        event.lines().stream()
                .filter(line -> lots.containsKey(line.lot()))
                .forEach(line -> moved.merge(line.lot(), line.quantity(), Quantity::plus));
        return moved;
    }
}
