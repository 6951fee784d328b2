package org.lottrace.api.allocation;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * A quantity of a lot at a site that is kept for an order line.
 *
 * @param orderLine for which line
 * @param lot which lot
 * @param position where to take it from: once it is picked where it is, until then as far as is known, any other one of the lot at the site will do
 * @param quantity in the base unit, greater than zero
 * @param kind how firmly
 * @param until the moment at which a soft one ends; absent for the others
 */
public record Reservation(
        OrderLineReference orderLine,
        LotKey lot,
        Position position,
        Quantity quantity,
        ReservationKind kind,
        Optional<Instant> until) {
    /** @throws IllegalArgumentException if a soft one does not say when it ends, or another one does */
    public Reservation {
        Objects.requireNonNull(orderLine);
        Objects.requireNonNull(lot);
        Objects.requireNonNull(position);
        Objects.requireNonNull(quantity);
        Objects.requireNonNull(kind);
        if (until.isPresent() != (kind == ReservationKind.SOFT)) {
            throw new IllegalArgumentException(
                    "a soft reservation ends at some moment, and no other one does, but " + kind + " has " + until);
        }
    }

    /** A firm one. */
    public Reservation(OrderLineReference orderLine, LotKey lot, Position position, Quantity quantity) {
        this(orderLine, lot, position, quantity, ReservationKind.FIRM, Optional.empty());
    }

    /** @return the same with another quantity */
    public Reservation of(Quantity other) {
        return new Reservation(orderLine, lot, position, other, kind, until);
    }

    /** @return the same at another position */
    public Reservation at(Position other) {
        return new Reservation(orderLine, lot, other, quantity, kind, until);
    }

    /** @return the same, of that kind, for good */
    public Reservation lasting(ReservationKind other) {
        return new Reservation(orderLine, lot, position, quantity, other, Optional.empty());
    }

    /** @return both together, as firm as the firmer one; of two soft ones as long as the longer one */
    public Reservation plus(Reservation other) {
        ReservationKind firmer = kind.orFirmer(other.kind);
        return new Reservation(
                orderLine,
                lot,
                position,
                quantity.plus(other.quantity),
                firmer,
                firmer == ReservationKind.SOFT
                        ? Stream.of(until.orElseThrow(), other.until.orElseThrow())
                                .max(Instant::compareTo)
                        : Optional.empty());
    }

    /** @return true when both are for the same line, of the same lot at the same position: there is one row for them */
    public boolean isOfSameGoods(Reservation other) {
        return orderLine.equals(other.orderLine) && lot.equals(other.lot) && position.equals(other.position);
    }

    public boolean isSoft() {
        return kind == ReservationKind.SOFT;
    }

    public boolean isPicked() {
        return kind == ReservationKind.PICKED;
    }

    /** @return true when it serves who takes its lot there: until it is picked anywhere at its site */
    public boolean servesAt(Position other) {
        return position.equals(other)
                || !isPicked()
                        && position.place() instanceof Place.StorageLocation mine
                        && other.place() instanceof Place.StorageLocation its
                        && mine.site().equals(its.site());
    }

    /** @return true when it is soft and its time is over; what ends at that moment has ended */
    public boolean hasEndedBy(Instant moment) {
        return until.filter(end -> !end.isAfter(moment)).isPresent();
    }
}
