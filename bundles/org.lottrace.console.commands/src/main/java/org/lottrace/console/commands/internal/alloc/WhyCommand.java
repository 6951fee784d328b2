package org.lottrace.console.commands.internal.alloc;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.allocation.AllocationDecision;
import org.lottrace.api.allocation.AllocationDecisions;
import org.lottrace.api.order.SalesOrders;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.SalesOrderCompleter;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.input.WholeNumber;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "alloc",
        name = "why",
        description =
                "Shows what was looked at for an order, why each lot was taken or not, and by which rules; newest first")
public final class WhyCommand extends LotTraceCommand {
    @Uses
    private AllocationDecisions decisions;

    @Uses
    private SalesOrders orders;

    @Argument(index = 0, name = "ORDER", description = "Number of the sales order", required = true)
    @Completion(SalesOrderCompleter.class)
    private String order;

    @Option(name = "--after", description = "Go on with decisions that are older than the one of this number")
    private String after;

    @Override
    protected void run() {
        List<AllocationDecision> found =
                decisions.ofOrder(order, Optional.ofNullable(after).map(WholeNumber::parse), limit());
        if (found.isEmpty() && orders.find(order).isEmpty()) {
            throw new IllegalArgumentException("there is no sales order " + order + "; alloc:orders lists them");
        }
        print(found, DecisionTables.of(order, found));
    }
}
