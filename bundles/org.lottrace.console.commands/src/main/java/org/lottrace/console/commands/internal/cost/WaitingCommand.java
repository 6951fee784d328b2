package org.lottrace.console.commands.internal.cost;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.cost.WaitingCost;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.input.WholeNumber;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "cost",
        name = "waiting",
        description = "Lists the events that cannot be booked yet, and those that wait for them, with the reason")
public final class WaitingCommand extends LotTraceCommand {
    private static final int MOST = 1_000;

    @Uses
    private LotCosting costing;

    @Option(name = "--after", description = "Begin behind this position of the ledger, the last one of the page before")
    private String after;

    @Override
    protected void run() {
        List<WaitingCost> waiting = costing.waiting(
                Optional.ofNullable(after).map(WholeNumber::parse).orElse(0L), Math.min(limit(), MOST));
        print(
                waiting,
                Table.of("Not booked yet", waiting)
                        .number("Position", WaitingCost::position)
                        .column("Event", WaitingCost::event)
                        .column("Document", WaitingCost::document)
                        .column("Day", WaitingCost::day)
                        .column("Reason", WaitingCost::reason)
                        .column("Since", WaitingCost::since));
    }
}
