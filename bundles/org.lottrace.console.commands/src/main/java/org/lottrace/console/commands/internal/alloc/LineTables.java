package org.lottrace.console.commands.internal.alloc;

import java.util.List;
import org.lottrace.api.allocation.Candidate;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.console.commands.internal.output.Table;

/** What each line of an order got, from where, and why. */
final class LineTables {
    private LineTables() {}

    private record Look(LineAllocation line, Candidate candidate) {}

    /** @param served what it is called that has left or was consumed */
    static Table<?>[] of(String title, String served, List<LineAllocation> lines) {
        List<Reservation> reservations =
                lines.stream().flatMap(line -> line.reservations().stream()).toList();
        List<Look> looks = lines.stream()
                .flatMap(line -> line.candidates().stream().map(candidate -> new Look(line, candidate)))
                .toList();
        return new Table<?>[] {
            Table.of(title, lines)
                    .number("Line", line -> line.orderLine().line())
                    .column("Item", LineAllocation::item)
                    .number("Ordered", LineAllocation::ordered)
                    .number(served, LineAllocation::shipped)
                    .number("Reserved", LineAllocation::reserved)
                    .number("Short by", LineAllocation::shortBy)
                    .column("In place of line", LineAllocation::insteadOf)
                    .column("Could be replaced", line -> line.substitutes().stream()
                            .map(one -> one.ordered() + " by " + one.instead() + " of " + one.item())
                            .toList()),
            ReservationTable.of("Reserved, in the order to pick", reservations),
            Table.of("Looked at in this allocation, and why it was chosen or not", looks)
                    .number("Line", look -> look.line.orderLine().line())
                    .column("Lot", look -> look.candidate.lot())
                    .column("Where", look -> look.candidate.position())
                    .column("Expires", look -> look.candidate.expiry())
                    .number("Available", look -> look.candidate.available())
                    .number("Taken", look -> look.candidate.taken())
                    .column("Why not", look -> look.candidate.reasons())
        };
    }
}
