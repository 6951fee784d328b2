package org.lottrace.console.commands.internal.alloc;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.planning.PlannedUse;
import org.lottrace.api.planning.PlannedUses;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.ItemCompleter;
import org.lottrace.console.commands.internal.completion.SiteCompleter;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.input.WholeNumber;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "alloc",
        name = "planned",
        description =
                "Says which lots the open production orders of a site should take so that least expires, what they lack,"
                        + " and which lots no order needs")
public final class PlannedCommand extends LotTraceCommand {
    @Uses
    private PlannedUses uses;

    @Argument(index = 0, name = "SITE", description = "Code of the own site", required = true)
    @Completion(SiteCompleter.class)
    private String site;

    @Option(name = "--item", description = "Only this component")
    @Completion(ItemCompleter.class)
    private String item;

    @Option(name = "--days", description = "Only orders planned until so many days from today, and overdue ones")
    private String days = "60";

    @Option(name = "--after", description = "Begin behind so many rows")
    private String after = "0";

    @Override
    protected void run() {
        List<PlannedUse> found = uses.list(
                new SiteId(site),
                Optional.ofNullable(item).map(ItemNumber::new),
                WholeNumber.limit(days),
                WholeNumber.limit(after),
                Math.min(limit(), PlannedUses.LONGEST_PAGE));
        print(
                found,
                Table.of("Which lots production should take", found)
                        .column("Due", PlannedUse::due)
                        .column("What", PlannedUse::kind)
                        .column("Item", PlannedUse::item)
                        .column("Lot", PlannedUse::lot)
                        .column("Expiry", PlannedUse::expiry)
                        .column("For order", PlannedUse::productionOrder)
                        .column("Planned for", PlannedUse::planned)
                        .number("Quantity", PlannedUse::quantity));
    }
}
