package org.lottrace.cost.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.lottrace.api.cost.store.KeptWaiting;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.id.PartyId;

/** Takes the events of a page one after the other: books them, lets them wait, and books what need not wait any longer. */
final class Turns {
    private final EventsOfBooks events;
    private final Map<Optional<PartyId>, OfBooks> ofBooks;
    private final List<OfBooks> all;
    private final OutOfTurn outOfTurn;
    private final WaitingCases cases;

    /**
     * @param ofBooks the books by company
     * @param all those of them that there are now
     */
    Turns(
            EventsOfBooks events,
            Map<Optional<PartyId>, OfBooks> ofBooks,
            List<OfBooks> all,
            OutOfTurn outOfTurn,
            WaitingCases cases) {
        this.events = events;
        this.ofBooks = ofBooks;
        this.all = all;
        this.outOfTurn = outOfTurn;
        this.cases = cases;
    }

    void take(RecordedEvent event) {
        all.forEach(one -> one.beginMethods(event));
        boolean isHelp = isHelp(event);
        if (!outOfTurn.isEmpty()) {
            Optional<KeptWaiting> undone = outOfTurn.undoneBy(event);
            undone.ifPresent(row -> undo(row, event.position()));
            isHelp |= undone.isPresent();
            if (undone.isEmpty() && !outOfTurn.waits(event)) {
                bookUnlessBehind(event);
            }
        } else {
            bookOrHold(event);
        }
        all.forEach(one -> one.booked(event));
        if (!outOfTurn.isEmpty()) {
            again(event.position(), isHelp);
        }
    }

    private void bookUnlessBehind(RecordedEvent event) {
        Optional<KeptWaiting> before = outOfTurn.before(event).filter(row -> mayPost(event));
        before.ifPresentOrElse(row -> holdBehind(event, row), () -> bookOrHold(event));
    }

    private void bookOrHold(RecordedEvent event) {
        try {
            book(event, event.position());
        } catch (UnbookableEventException e) {
            hold(event, e);
        }
    }

    /** All of it or nothing. */
    private void book(RecordedEvent event, long turn) {
        ready(event, turn).forEach(Runnable::run);
    }

    /** @return books it, in all books that it is in */
    private List<Runnable> ready(RecordedEvent event, long turn) {
        return events.parts(event.event(), () -> all.forEach(OfBooks::write)).stream()
                .map(part -> ofBooks.get(part.books()).prepare(event, part, turn))
                .toList();
    }

    private void hold(RecordedEvent event, UnbookableEventException why) {
        if (MethodText.isChange(event.event())) {
            throw new StoppedBooksException(why.getMessage()); // from here on nobody knows what goods are worth
        }
        if (outOfTurn.hold(event, why.getMessage(), 0, why.isUntilRecorded())) {
            cases.open(event, why.getMessage());
        }
    }

    private void holdBehind(RecordedEvent event, KeptWaiting row) {
        outOfTurn.hold(
                event,
                "it waits for event " + row.event() + " at ledger position " + row.position(),
                row.position(),
                false);
    }

    private void undo(KeptWaiting row, long position) {
        outOfTurn.booked(row, position, true);
        cases.close(row, "reversed before it could be booked");
    }

    private void again(long position, boolean isHelp) {
        outOfTurn.bookedAfter(position).forEach(row -> tryOne(row, position, () -> true));
        if (isHelp) {
            tryAgain(position, row -> true, () -> true);
        }
    }

    /**
     * Books what can be booked by now of what waits.
     *
     * @param position of the last event that the books have come to
     * @param isTried which of those that cannot be booked themselves are tried
     * @param mayBook asked before each of them is booked; none is when it says no
     */
    void tryAgain(long position, Predicate<KeptWaiting> isTried, BooleanSupplier mayBook) {
        for (KeptWaiting row : outOfTurn.open(position)) {
            if (row.behind() > 0) {
                Optional<KeptWaiting> before = outOfTurn.before(outOfTurn.event(row));
                before.ifPresentOrElse(
                        other -> holdBehind(outOfTurn.event(row), other), () -> tryOne(row, position, mayBook));
            } else if (isTried.test(row)) {
                tryOne(row, position, mayBook);
            }
        }
    }

    private void tryOne(KeptWaiting row, long position, BooleanSupplier mayBook) {
        if (row.undone()) {
            outOfTurn.booked(row, position, true);
            return;
        }
        RecordedEvent event = outOfTurn.event(row);
        List<Runnable> ready;
        try {
            ready = ready(event, position);
        } catch (UnbookableEventException e) {
            hold(event, e);
            return;
        }
        if (mayBook.getAsBoolean()) {
            ready.forEach(Runnable::run);
            outOfTurn.booked(row, position, false);
            cases.close(row, "booked");
        }
    }

    /** A price or a rate may be what others wait for. */
    private static boolean isHelp(RecordedEvent event) {
        return event.event().type() == EventType.COST
                && event.event().documents().stream()
                        .map(document -> document.type())
                        .anyMatch(type -> type == DocumentType.TRANSFER_PRICES || type == DocumentType.EXCHANGE_RATES);
    }

    /** What changes no value waits for nothing. */
    private boolean mayPost(RecordedEvent event) {
        return all.get(0).books(event.event().type())
                || events.parts(event.event(), () -> {}).stream()
                        .anyMatch(part -> part.trade().isPresent());
    }
}
