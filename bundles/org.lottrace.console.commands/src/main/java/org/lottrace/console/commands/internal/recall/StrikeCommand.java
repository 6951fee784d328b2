package org.lottrace.console.commands.internal.recall;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.recall.RecallCases;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "recall",
        name = "strike",
        description =
                "Strikes a step of a case that was recorded by mistake; it stays in the file and counts no longer")
public final class StrikeCommand extends RecallCommand {
    @Uses
    private RecallCases cases;

    @Option(name = "--reason", description = "What the mistake was", required = true)
    private String reason;

    @Argument(index = 1, name = "STEP", description = "Number of the step; recall:case shows it", required = true)
    private int step;

    @Override
    protected void run() throws CommandException {
        report(cases.strike(caller(), id(), step, reason));
    }
}
