package org.lottrace.movement.capture.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.event.EventContext;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.InForce;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.StockOnHand;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.Reversal;
import org.lottrace.api.movement.Reversed;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.transaction.StaleWriteException;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Reason;
import org.lottrace.api.violation.ViolationPath;

/** Reverses an event, and before it the later ones that stand on it when that is asked for; all of them or none. */
final class ReverseEvent {
    private static final String EVENT_UNKNOWN = "EVENT_UNKNOWN";
    private static final String ALREADY_REVERSED = "ALREADY_REVERSED";
    private static final Set<EventType> NEVER_REVERSED =
            Set.of(EventType.REVERSE, EventType.ANCHOR, EventType.NOTICE_CLOSE, EventType.COST);
    private static final String REVERSAL_NOT_REVERSIBLE = "REVERSAL_NOT_REVERSIBLE";
    private static final String GAIN_NOT_REVERSIBLE = "GAIN_NOT_REVERSIBLE";
    private static final String RECALL_NOT_REVERSIBLE = "RECALL_NOT_REVERSIBLE";
    private static final String NESTING_NOT_REVERSIBLE = "NESTING_NOT_REVERSIBLE";
    private static final String EVENT_ID_TOO_LONG = "EVENT_ID_TOO_LONG";
    private static final String FOLLOWED_BY = "FOLLOWED_BY";
    private static final String UNIT_AT_TWO_PLACES = "UNIT_AT_TWO_PLACES";

    private final UnitOfWork unitOfWork;
    private final EventCapture capture;
    private final Ledger ledger;
    private final HistoryInForce history;
    private final StockOnHand stock;
    private final Undoing undoing;

    ReverseEvent(
            UnitOfWork unitOfWork,
            EventCapture capture,
            Ledger ledger,
            HistoryInForce history,
            StockOnHand stock,
            Undoing undoing) {
        this.unitOfWork = unitOfWork;
        this.capture = capture;
        this.ledger = ledger;
        this.history = history;
        this.stock = stock;
        this.undoing = undoing;
    }

    Outcome<Reversed> reverse(Reversal reversal) {
        return unitOfWork.required(() -> {
            Undoing.Effects effects = new Undoing.Effects();
            List<RecordedEvent> following = new ArrayList<>();
            return capture.capture(
                            reversal.context(),
                            event -> ReversalEvent.isSame(event, reversal.corrects(), reversal.reason()),
                            (context, findings) -> check(reversal, effects, following, findings),
                            (undo, findings) -> InForce.reversedBy(undo)
                                    .flatMap(ledger::find)
                                    .ifPresent(original -> undoing.after(original.event(), undo)))
                    .fold(
                            done -> new Outcome.Done<>(effects.with(done, following)),
                            before -> new Outcome.AlreadyDone<>(
                                    new Undoing.Effects().with(before, recordedFollowing(reversal))),
                            Outcome.Refused::new);
        });
    }

    List<RecordedEvent> standingOn(EventId event) {
        return unitOfWork.required(() -> ledger.find(event)
                .filter(history::contains)
                .map(found -> Following.of(found, history::of))
                .orElse(List.of()));
    }

    private EventCapture.Recording check(
            Reversal reversal, Undoing.Effects effects, List<RecordedEvent> following, Findings findings) {
        findings.addAll(Reason.problems(reversal.reason(), "a record is corrected for a reason: say why"));
        Optional<RecordedEvent> found = ledger.find(reversal.corrects());
        if (found.isEmpty()) {
            findings.add(EVENT_UNKNOWN, "corrects", "event " + reversal.corrects() + " is unknown: check its id");
            return (settled, unused) -> Optional.empty();
        }
        RecordedEvent original = found.get();
        Set<EventId> locked = lock(original);
        checkReversible(original, findings);
        if (!findings.isEmpty()) {
            return (settled, unused) -> Optional.empty();
        }
        List<RecordedEvent> standing = Following.of(original, history::of);
        checkStanding(reversal, standing, findings);
        if (findings.isEmpty()) {
            StaleWriteException.requireLocked(locked, idsOf(standing));
        }
        return (settled, inWriting) -> write(reversal, settled, original, standing, effects, following, inWriting);
    }

    /**
     * In the order of all movements: notices, items, stock, ledger; of what stands on the event too, as it is known now.
     *
     * @return the events of which all is locked
     */
    private Set<EventId> lock(RecordedEvent original) {
        Set<RecordedEvent> all = new HashSet<>(Following.of(original, history::of));
        all.add(original);
        Set<LotKey> lots = new HashSet<>();
        all.forEach(event -> lots.addAll(Following.lotsOf(event.event())));
        undoing.lock(all.stream().map(RecordedEvent::event).toList(), lots);
        stock.lock(lots);
        ledger.lockHead();
        return idsOf(all);
    }

    private static Set<EventId> idsOf(Collection<RecordedEvent> events) {
        return events.stream().map(event -> event.event().id()).collect(Collectors.toSet());
    }

    private void checkReversible(RecordedEvent original, Findings findings) {
        TraceEvent event = original.event();
        if (NEVER_REVERSED.contains(event.type())) {
            findings.add(
                    REVERSAL_NOT_REVERSIBLE,
                    "corrects",
                    "event " + event.id() + " is of type " + event.type()
                            + " and cannot be reversed: record again what did happen");
        } else if (event.type() == EventType.GAIN) {
            findings.add(
                    GAIN_NOT_REVERSIBLE,
                    "corrects",
                    "event " + event.id()
                            + " found what a report took: reverse that report, or record what explains it");
        } else if (UnitNestings.onlyNests(event)) {
            findings.add(
                    NESTING_NOT_REVERSIBLE,
                    "corrects",
                    "event " + event.id()
                            + " put logistic units into others or took them out: take them out, or put them in again");
        } else if (!history.contains(original)) {
            findings.add(
                    ALREADY_REVERSED,
                    "corrects",
                    "event " + event.id() + " is reversed already: there is nothing to do");
        } else if (history.isOfRecall(original)) {
            findings.add(
                    RECALL_NOT_REVERSIBLE,
                    "corrects",
                    "event " + event.id() + " belongs to a recall: use its case to end it or to change its scope");
        }
    }

    private void checkStanding(Reversal reversal, List<RecordedEvent> standing, Findings findings) {
        if (!reversal.withFollowing()) {
            standing.forEach(event -> findings.add(
                    FOLLOWED_BY,
                    "corrects",
                    event.event().type() + " " + event.event().id()
                            + event.event().documents().stream()
                                    .findFirst()
                                    .map(document -> " (" + document + ")")
                                    .orElse("")
                            + " stands on it: reverse it first, or say that what stands on it is to be reversed, too"));
            return;
        }
        standing.stream()
                .filter(history::isOfRecall)
                .forEach(event -> findings.add(
                        RECALL_NOT_REVERSIBLE,
                        "corrects",
                        event.event().type() + " " + event.event().id()
                                + " stands on it and belongs to a recall: end that first"));
        if (freeIds(reversal).limit(standing.size()).count() < standing.size()) {
            findings.add(
                    EVENT_ID_TOO_LONG,
                    "id",
                    "the id is too long to number the " + standing.size()
                            + " events that follow: give the reversal a shorter one");
        }
    }

    private Optional<TraceEvent> write(
            Reversal reversal,
            EventContext settled,
            RecordedEvent original,
            List<RecordedEvent> standing,
            Undoing.Effects effects,
            List<RecordedEvent> following,
            Findings findings) {
        Set<Sscc> units = Stream.concat(Stream.of(original), standing.stream())
                .flatMap(event -> Following.unitsOf(event.event()))
                .collect(Collectors.toSet());
        Set<Sscc> apart = capture.units().apart(units, List.of()).keySet();
        Iterator<EventId> ids = freeIds(reversal).iterator();
        for (RecordedEvent event : standing) {
            TraceEvent undo = ReversalEvent.with(
                    reversal.context().id(), undo(event, settled.as(ids.next()), reversal.reason(), effects));
            capture.appendBeside(undo).fold(done -> following.add(done), violations -> {
                findings.addAll(violations, ViolationPath.of("corrects"));
                return false;
            });
            if (!findings.isEmpty()) {
                return Optional.empty();
            }
            undoing.after(event.event(), undo);
        }
        TraceEvent undo = undo(original, settled, reversal.reason(), effects);
        checkTogether(units, apart, undo, findings);
        return Optional.of(undo);
    }

    /** What came into a unit since stays where it is: the unit cannot be moved back without it by undoing how it came there. */
    private void checkTogether(Set<Sscc> units, Set<Sscc> apart, TraceEvent undo, Findings findings) {
        capture.units().apart(units, undo.lines()).forEach((unit, places) -> {
            if (!apart.contains(unit)) {
                findings.add(
                        UNIT_AT_TWO_PLACES,
                        "corrects",
                        "logistic unit " + unit + " would be at "
                                + places.stream().map(Place::toString).collect(Collectors.joining(" and at "))
                                + ", for goods were put into it since: move the unit instead, or take them out first");
            }
        });
    }

    private TraceEvent undo(RecordedEvent event, EventContext context, String reason, Undoing.Effects effects) {
        List<RecordedEvent> ofItsLots = history.of(Following.lotsOf(event.event()));
        TraceEvent undo = ReversalEvent.of(event, context, reason, ofItsLots, undoing::known);
        effects.keep(ReversalEvent.kept(event, ofItsLots));
        effects.keep(new InheritedSince(history).of(event));
        undoing.before(event.event(), undo, effects);
        return undo;
    }

    /** Nobody takes one of them meanwhile: the head of the ledger is locked. */
    private Stream<EventId> freeIds(Reversal reversal) {
        return reversal.context().id().numbered().filter(id -> ledger.find(id).isEmpty());
    }

    /** What was recorded under a number before the reversal or after it is not its own; a number that is free was so then. */
    private List<RecordedEvent> recordedFollowing(Reversal reversal) {
        EventId id = reversal.context().id();
        return id.numbered()
                .map(ledger::find)
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .filter(event -> ReversalEvent.isWith(id, event.event()))
                .toList();
    }
}
