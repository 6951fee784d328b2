package org.lottrace.console.commands.internal.cost;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "cost",
        name = "progress",
        description = "Shows how far the books follow the ledger; fails when an event cannot be booked")
public final class ProgressCommand extends LotTraceCommand {
    @Uses
    private LotCosting costing;

    @Override
    protected void run() throws CommandException {
        CostingProgress progress = costing.progress();
        print(
                progress,
                Table.details("Costing", progress)
                        .column("Booked up to ledger position", CostingProgress::booked)
                        .column("Ledger position", CostingProgress::head)
                        .column("Accounting date", CostingProgress::day)
                        .column("Events that wait", CostingProgress::waiting)
                        .column("Problem", CostingProgress::problem));
        if (progress.problem().isPresent()) {
            throw new CommandException("costing does not go on with everything: "
                    + progress.problem().get());
        }
    }
}
