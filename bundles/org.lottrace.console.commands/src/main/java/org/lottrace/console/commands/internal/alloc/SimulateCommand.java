package org.lottrace.console.commands.internal.alloc;

import java.time.LocalDate;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.planning.RotationSimulation;
import org.lottrace.api.planning.RotationSimulation.Result;
import org.lottrace.api.planning.RotationSimulations;
import org.lottrace.api.planning.SimulationQuestion;
import org.lottrace.api.text.TextForms;
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
        name = "simulate",
        description =
                "Replays what came and was wanted of an item at a site, and says what would have been wasted and filled"
                        + " by expiry, by receipt, the newest first, and at random")
public final class SimulateCommand extends LotTraceCommand {
    @Uses
    private RotationSimulations simulations;

    @Argument(index = 0, name = "SITE", description = "Code of the own site", required = true)
    @Completion(SiteCompleter.class)
    private String site;

    @Argument(index = 1, name = "ITEM", description = "Number of the item", required = true)
    @Completion(ItemCompleter.class)
    private String item;

    @Option(name = "--from", description = "The first day, such as 2026-01-01", required = true)
    private String from;

    @Option(name = "--to", description = "The last day", required = true)
    private String to;

    @Option(name = "--remaining", description = "With fewer days until its expiry nobody takes a lot")
    private String remaining = "0";

    @Override
    protected void run() {
        RotationSimulation found = simulations.replay(new SimulationQuestion(
                new SiteId(site),
                new ItemNumber(item),
                TextForms.read(LocalDate.class, from),
                TextForms.read(LocalDate.class, to),
                WholeNumber.limit(remaining)));
        print(
                found,
                Table.details("Replayed", found)
                        .column("There and came", RotationSimulation::received)
                        .column("Wanted", RotationSimulation::wanted),
                Table.of("By policy; margins are those of 95 percent", found.results())
                        .column("Policy", Result::policy)
                        .number("Runs", Result::runs)
                        .number("Wasted", Result::wasted)
                        .number("Margin", Result::wastedMargin)
                        .number("Percent", Result::wastedPercent)
                        .number("Filled", Result::filled)
                        .number("Margin", Result::filledMargin)
                        .number("Percent", Result::filledPercent));
    }
}
