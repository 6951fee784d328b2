package org.lottrace.cost.internal;

import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.TraceEvent;

/** What one kind of event means in the books. */
@FunctionalInterface
interface BookingRule {
    /**
     * Adds the lines of the event to the posting; none when it moves no value.
     *
     * @throws UnbookableEventException if it cannot be booked
     */
    void book(TraceEvent event, Posting posting);

    /** @return true when the line moves between these kinds of places */
    static boolean moves(EventLine line, PlaceKind from, PlaceKind to) {
        return line.from().place().kind() == from && line.to().place().kind() == to;
    }

    /** @return true when INVENTORY values what is there: in a storage location or on the road between own sites */
    static boolean isInventory(Position position) {
        PlaceKind kind = position.place().kind();
        return kind == PlaceKind.LOCATION || kind == PlaceKind.IN_TRANSIT;
    }

    /** @throws UnbookableEventException if a line moves between other kinds of places */
    static void requireAll(TraceEvent event, PlaceKind from, PlaceKind to) {
        event.lines().stream()
                .filter(line -> !moves(line, from, to))
                .findFirst()
                .ifPresent(line -> {
                    throw unexpected(event, line);
                });
    }

    /** @return the error for a line that the rule does not know */
    static UnbookableEventException unexpected(TraceEvent event, EventLine line) {
        return new UnbookableEventException("there is no booking for a " + event.type() + " line that moves lot "
                + line.lot() + " from " + line.from() + " to " + line.to());
    }
}
