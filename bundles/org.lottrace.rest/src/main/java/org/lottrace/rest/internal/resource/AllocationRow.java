package org.lottrace.rest.internal.resource;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Position;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.rest.internal.page.Limit;
import org.lottrace.rest.internal.page.Page;

/**
 * A line of an order with one of its reservations, as a list and a file have it; a line without any has one row. All quantities are in
 * the base unit of the item.
 *
 * @param orderLine the line
 * @param item what was ordered
 * @param ordered how much of it
 * @param shipped what has left
 * @param reserved what is reserved for the line in all
 * @param shortBy what is neither
 * @param lot the lot that is reserved
 * @param position where it is
 * @param quantity how much of it is reserved there
 */
public record AllocationRow(
        OrderLineReference orderLine,
        ItemNumber item,
        Quantity ordered,
        Quantity shipped,
        Quantity reserved,
        Quantity shortBy,
        Optional<LotKey> lot,
        Optional<Position> position,
        Optional<Quantity> quantity) {
    /** @param shown how many rows were shown before */
    static Outcome<Page<AllocationRow>> page(Outcome<List<LineAllocation>> lines, Limit limit, int shown) {
        return lines.map(
                all -> Page.counted(all.stream().flatMap(AllocationRow::of).toList(), limit, shown));
    }

    private static Stream<AllocationRow> of(LineAllocation line) {
        return line.reservations().isEmpty()
                ? Stream.of(row(line, Optional.empty()))
                : line.reservations().stream().map(reservation -> row(line, Optional.of(reservation)));
    }

    private static AllocationRow row(LineAllocation line, Optional<Reservation> reservation) {
        return new AllocationRow(
                line.orderLine(),
                line.item(),
                line.ordered(),
                line.shipped(),
                line.reserved(),
                line.shortBy(),
                reservation.map(Reservation::lot),
                reservation.map(Reservation::position),
                reservation.map(Reservation::quantity));
    }
}
