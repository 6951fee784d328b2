package org.lottrace.cost.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.id.ItemNumber;

/**
 * How items are valued where the books have come to. Kept while event follows event; read anew after anything else: a start, a rebuild,
 * a transaction that was rolled back, or events that another node has booked. A change for a day that was to come waits for the first
 * event that is recorded on it or later.
 */
final class MethodsInForce {
    private static final long NOWHERE = -2;

    private final LedgerStore ledger;
    private final ZoneId zone;
    private final Predicate<RecordedEvent> isOfBooks;
    private final Map<ItemNumber, ItemValuation> methods = new HashMap<>();
    private final List<RecordedEvent> waiting = new ArrayList<>();
    private long reached = NOWHERE;

    /** @param zone in which days of changes begin */
    MethodsInForce(LedgerStore ledger, ZoneId zone) {
        this(ledger, zone, change -> true);
    }

    /** @param isOfBooks whether a change is for the books that are meant */
    MethodsInForce(LedgerStore ledger, ZoneId zone, Predicate<RecordedEvent> isOfBooks) {
        this.ledger = ledger;
        this.zone = zone;
        this.isOfBooks = isOfBooks;
    }

    /** Says which event comes next. */
    synchronized void goOnAt(long position) {
        if (reached != position - 1) {
            methods.clear();
            waiting.clear();
            ledger.byDocument(MethodText.DOCUMENT).stream()
                    .filter(change -> change.position() < position && isOfBooks.test(change))
                    .sorted(Comparator.comparing(this::begins)
                            .thenComparing(change -> waitsFor(change).isEmpty())
                            .thenComparing(RecordedEvent::position))
                    .forEach(this::takeOrWait);
            if (!waiting.isEmpty()) {
                ledger.after(Math.min(position, ledger.head().position() + 1) - 2, 1).stream()
                        .findFirst()
                        .ifPresent(this::beginAll);
            }
            reached = position - 1;
        }
    }

    private Optional<LocalDate> waitsFor(RecordedEvent change) {
        return MethodDays.waitsFor(change, zone);
    }

    private LocalDate begins(RecordedEvent change) {
        return waitsFor(change).orElseGet(() -> MethodDays.day(change, zone));
    }

    private void takeOrWait(RecordedEvent change) {
        if (waitsFor(change).isPresent()) {
            waiting.add(change);
        } else {
            beginAll(change);
            take(change);
        }
    }

    /** @return the changes whose day has come with that event, in the order in which they are to begin */
    synchronized List<RecordedEvent> due(RecordedEvent event) {
        LocalDate day = MethodDays.day(event, zone);
        return waiting.stream()
                .filter(change -> !begins(change).isAfter(day))
                .sorted(Comparator.comparing(this::begins).thenComparing(RecordedEvent::position))
                .toList();
    }

    /** From here on it counts. Until the event with which its day has come is booked, all is read anew when something goes wrong. */
    synchronized void begin(RecordedEvent change) {
        waiting.remove(change);
        take(change);
        reached = NOWHERE;
    }

    synchronized ItemValuation of(ItemNumber item) {
        return methods.getOrDefault(item, ItemValuation.LOT_ACTUAL);
    }

    /** @return how the item is valued as far as the ledger goes */
    ItemValuation now(ItemNumber item) {
        goOnAt(Long.MAX_VALUE);
        return of(item);
    }

    synchronized void booked(RecordedEvent event) {
        if (MethodText.isChange(event.event()) && isOfBooks.test(event)) {
            takeOrWait(event);
        }
        reached = event.position();
    }

    private void beginAll(RecordedEvent event) {
        due(event).forEach(this::begin);
    }

    private void take(RecordedEvent change) {
        methods.put(MethodText.item(change.event()), MethodText.valuation(change.event()));
    }
}
