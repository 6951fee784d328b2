package org.lottrace.console.commands.internal.alloc;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.allocation.Allocation;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.SalesOrderCompleter;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;

@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "alloc", name = "cancel", description = "Gives back everything that is reserved for an order")
public final class CancelCommand extends LotTraceCommand {
    @Uses
    private Allocation allocation;

    @Argument(index = 0, name = "ORDER", description = "Number of the sales order", required = true)
    @Completion(SalesOrderCompleter.class)
    private String order;

    @Override
    protected void run() {
        List<Reservation> givenBack = allocation.cancel(order);
        print(givenBack, ReservationTable.of("Given back by order " + order, givenBack));
    }
}
