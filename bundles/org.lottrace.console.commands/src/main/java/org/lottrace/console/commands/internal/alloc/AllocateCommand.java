package org.lottrace.console.commands.internal.alloc;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.allocation.Allocation;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "alloc",
        name = "allocate",
        description = "Reserves lots for what an order still needs, first expired first out, and explains each choice")
public final class AllocateCommand extends AllocationCommand {
    @Override
    protected Outcome<List<LineAllocation>> ask(Allocation service, String salesOrder) {
        return service.allocate(salesOrder);
    }
}
