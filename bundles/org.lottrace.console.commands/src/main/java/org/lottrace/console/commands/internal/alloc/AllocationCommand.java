package org.lottrace.console.commands.internal.alloc;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.allocation.Allocation;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.SalesOrderCompleter;

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
        print(lines, LineTables.of("Order " + order, "Shipped", lines));
        return List.of();
    }
}
