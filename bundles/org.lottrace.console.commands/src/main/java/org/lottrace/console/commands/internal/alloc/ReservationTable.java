package org.lottrace.console.commands.internal.alloc;

import java.util.List;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.console.commands.internal.output.Table;

/** The columns in which reservations are shown. */
final class ReservationTable {
    private ReservationTable() {}

    static Table<Reservation> of(String title, List<Reservation> reservations) {
        return Table.of(title, reservations)
                .number("Line", reservation -> reservation.orderLine().line())
                .column("Lot", Reservation::lot)
                .column("Where", Reservation::position)
                .number("Quantity", Reservation::quantity);
    }
}
