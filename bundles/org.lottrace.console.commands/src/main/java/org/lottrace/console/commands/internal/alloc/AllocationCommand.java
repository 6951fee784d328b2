package org.lottrace.console.commands.internal.alloc;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.allocation.Allocation;
import org.lottrace.api.allocation.Candidate;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.SalesOrderCompleter;
import org.lottrace.console.commands.internal.output.Table;

/** What the commands about one order share: what each line got, from where, and why. */
public abstract class AllocationCommand extends LotTraceCommand {
    @Uses
    private Allocation allocation;

    @Argument(index = 0, name = "ORDER", description = "Number of the sales order", required = true)
    @Completion(SalesOrderCompleter.class)
    private String order;

    /** @return the answer of the one operation the command is for */
    protected abstract Outcome<List<LineAllocation>> ask(Allocation service, String salesOrder);

    @Override
    protected final void run() throws CommandException {
        failOn(ask(allocation, order).fold(this::show, violations -> violations));
    }

    private List<Violation> show(List<LineAllocation> lines) {
        List<Reservation> reservations =
                lines.stream().flatMap(line -> line.reservations().stream()).toList();
        List<Look> looks = lines.stream()
                .flatMap(line -> line.candidates().stream().map(candidate -> new Look(line, candidate)))
                .toList();
        print(
                lines,
                Table.of("Order " + order, lines)
                        .number("Line", line -> line.orderLine().line())
                        .column("Item", LineAllocation::item)
                        .number("Ordered", LineAllocation::ordered)
                        .number("Shipped", LineAllocation::shipped)
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
                        .column("Why not", look -> look.candidate.reasons()));
        return List.of();
    }

    private record Look(LineAllocation line, Candidate candidate) {}
}
