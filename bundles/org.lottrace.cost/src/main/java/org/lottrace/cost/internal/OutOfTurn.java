package org.lottrace.cost.internal;

import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.cost.store.CostWaitingStore;
import org.lottrace.api.cost.store.KeptWaiting;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.id.ItemNumber;

/** The events that wait while a page of events is booked, and those that waited when the books first came to them. */
final class OutOfTurn {
    private final CostWaitingStore store;
    private final LedgerStore ledger;
    private final Clock clock;
    private final SortedMap<Long, KeptWaiting> rows = new TreeMap<>();
    private final Map<EventId, RecordedEvent> events = new HashMap<>();
    private final Map<EventId, About> about = new HashMap<>();
    private Optional<List<RecordedEvent>> methods = Optional.empty();
    private final Reached reached;
    private long turn;
    private long bookedThere;

    /** @param position of the first event of the page */
    OutOfTurn(CostWaitingStore store, LedgerStore ledger, Clock clock, long position) {
        this.store = store;
        this.ledger = ledger;
        this.clock = clock;
        this.reached = new Reached(ledger);
        this.turn = position - 1;
        for (KeptWaiting row : store.from(turn)) {
            if (row.bookedAfter().equals(Optional.of(turn))) {
                bookedThere++;
            } else {
                rows.put(row.position(), row);
            }
        }
        if (!rows.isEmpty()) {
            ledger.find(rows.values().stream().map(KeptWaiting::event).toList())
                    .values()
                    .forEach(event -> events.put(event.event().id(), event));
        }
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** @return true when the event has waited already, and is not booked in its turn */
    boolean waits(RecordedEvent event) {
        return rows.containsKey(event.position());
    }

    RecordedEvent event(KeptWaiting row) {
        return events.get(row.event());
    }

    /** @return those that wait and may be tried where the books are, by position */
    List<KeptWaiting> open(long position) {
        return rows.values().stream()
                .filter(row -> row.bookedAfter().isEmpty() && row.position() <= position && row.notBefore() <= position)
                .toList();
    }

    /** @return those that were booked after the event when the books came to it first, in that order */
    List<KeptWaiting> bookedAfter(long position) {
        return rows.values().stream()
                .filter(row -> row.bookedAfter().equals(Optional.of(position)))
                .sorted(Comparator.comparingLong(KeptWaiting::notBefore))
                .toList();
    }

    /** @return the event that this one reverses, when that could not be booked itself */
    Optional<KeptWaiting> undoneBy(RecordedEvent reversal) {
        return reversal.event().corrects().flatMap(original -> rows.values().stream()
                .filter(row -> row.event().equals(original)
                        && (row.bookedAfter().isEmpty() && row.behind() == 0
                                || row.undone() && row.bookedAfter().equals(Optional.of(reversal.position()))))
                .findFirst());
    }

    /** @return the first of the events before it that wait and that it depends on */
    Optional<KeptWaiting> before(RecordedEvent event) {
        SortedMap<Long, KeptWaiting> earlier = rows.headMap(event.position());
        if (earlier.isEmpty()) {
            return Optional.empty();
        }
        About later = about(event);
        return earlier.values().stream()
                .filter(row -> {
                    About waiting = about(event(row));
                    return later.dependsOn(waiting)
                            || later.items()
                                    .anyMatch(item -> waiting.items().anyMatch(item::equals)
                                            && isOfAllLots(item, event.position()));
                })
                .findFirst();
    }

    private About about(RecordedEvent event) {
        return about.computeIfAbsent(event.event().id(), id -> reached.by(event));
    }

    /** At weighted average and first in, first out every lot of the item depends on the others. */
    private boolean isOfAllLots(ItemNumber item, long position) {
        if (methods.isEmpty()) {
            methods = Optional.of(ledger.byDocument(MethodText.DOCUMENT));
        }
        return MethodText.isOfAllLots(item, methods.get().stream().filter(change -> change.position() < position));
    }

    /**
     * The event waits from now on, or for another reason.
     *
     * @param behind position of the event that it waits for; 0 when it cannot be booked itself
     * @return true when it begins to wait for a reason of its own
     * @throws StoppedBooksException if too many wait
     */
    boolean hold(RecordedEvent event, String reason, long behind, boolean isUntilRecorded) {
        Optional<KeptWaiting> before = Optional.ofNullable(rows.get(event.position()));
        if (before.isEmpty() && store.waiting() >= CostingProgress.MOST_WAITING) {
            throw new StoppedBooksException(
                    reason + "; " + CostingProgress.MOST_WAITING + " events wait already, so the books stop here");
        }
        KeptWaiting now = before.map(row -> row.because(reason, behind, isUntilRecorded))
                .orElseGet(() -> new KeptWaiting(
                        event.position(),
                        event.event().id(),
                        reason,
                        behind,
                        isUntilRecorded,
                        clock.instant(),
                        0,
                        Optional.empty(),
                        false));
        events.put(event.event().id(), event);
        rows.put(event.position(), now);
        if (!before.equals(Optional.of(now))) {
            store.save(now);
        }
        return behind == 0
                && before.filter(row -> row.behind() == 0 && row.bookedAfter().isEmpty())
                        .isEmpty();
    }

    /** It waits no longer: it was booked after that event or, when it is undone, never will be. */
    void booked(KeptWaiting row, long after, boolean isUndone) {
        rows.remove(row.position());
        if (after != turn) {
            turn = after;
            bookedThere = 0;
        }
        KeptWaiting now = row.booked(after, bookedThere++, isUndone);
        if (!now.equals(row)) {
            store.save(now);
        }
    }
}
