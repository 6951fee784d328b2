package org.lottrace.console.commands.internal.alloc;

import java.time.LocalDate;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.allocation.Allocation;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "alloc",
        name = "allocate",
        description = "Reserves lots for what an order still needs, first expired first out, and explains each choice")
public final class AllocateCommand extends AllocationCommand {
    @Option(
            name = "--day",
            description =
                    "Day on which it was allocated, 2026-03-01, for an order of the past. Default: today at the site")
    private String day;

    @Override
    protected Outcome<List<LineAllocation>> ask(Allocation service, String salesOrder) {
        return day == null
                ? service.allocate(salesOrder)
                : service.allocate(salesOrder, TextForms.read(LocalDate.class, day));
    }
}
