package org.lottrace.console.commands.internal.cost;

import java.time.LocalDate;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.cost.CostEntries;
import org.lottrace.api.cost.CostMethod;
import org.lottrace.api.cost.CostMethodChange;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.quantity.UnitPrice;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.CaptureCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.SiteCompleter;
import org.lottrace.console.commands.internal.input.Choice;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "cost",
        name = "change-method",
        description = "Says how an item is valued from now on: lot by lot, at weighted average, or at a standard cost")
public final class ChangeMethodCommand extends CaptureCommand {
    @Uses
    private CostEntries entries;

    @Argument(index = 0, name = "ITEM", description = "Number of the item", required = true)
    private String item;

    @Argument(
            index = 1,
            name = "METHOD",
            description = "LOT_ACTUAL, FIFO, WEIGHTED_AVERAGE or STANDARD",
            required = true)
    private String method;

    @Option(name = "--standard", description = "What a unit costs, such as 2.50:EUR/KGM; for STANDARD and no other")
    private String standard;

    @Option(name = "--reason", description = "Why the item is valued in another way", required = true)
    private String reason;

    @Option(name = "--from", description = "First day for which it counts, a day that is to come. Default: at once")
    private String from;

    @Option(name = "--site", description = "Where it was decided. Default: the company's only site")
    @Completion(SiteCompleter.class)
    private String site;

    @Override
    protected void run() throws CommandException {
        report(entries.changeMethod(new CostMethodChange(
                contextAt(Optional.ofNullable(site).map(SiteId::new).orElseGet(this::onlySite)),
                new ItemNumber(item),
                Choice.of(CostMethod.class, method),
                Optional.ofNullable(standard).map(TextForms.of(UnitPrice.class)::read),
                reason,
                Optional.ofNullable(from).map(TextForms.of(LocalDate.class)::read))));
    }
}
