package org.lottrace.console.commands.internal.alloc;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.allocation.TransferAllocation;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "alloc",
        name = "transfer",
        description =
                "Shows what is reserved for a transfer order; with --reserve, --softly, --replan or --give-back changes it, with"
                        + " --why says what was looked at and why")
public final class TransferCommand extends DemandCommand {
    @Uses
    private TransferAllocation transfers;

    @Argument(index = 0, name = "ORDER", description = "Number of the transfer order", required = true)
    private String order;

    @Override
    protected String order() {
        return order;
    }

    @Override
    protected Reserving reserving() {
        return new Reserving(
                "transfer order",
                "Dispatched",
                transfers::show,
                transfers::allocate,
                transfers::allocateSoftly,
                transfers::replan,
                transfers::cancel,
                transfers::decisions);
    }
}
