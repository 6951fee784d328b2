package org.lottrace.console.commands.internal.recall;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.recall.RecallCases;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.input.WholeNumber;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "recall",
        name = "sample",
        description = "Draws which consignees are checked; the same seed draws the same")
public final class SampleCommand extends RecallCommand {
    @Uses
    private RecallCases cases;

    @Option(name = "--seed", description = "Whole number from 0 on; it is recorded", required = true)
    private String seed;

    @Option(name = "--reason", description = "Why it is drawn again")
    private String reason = "";

    @Override
    protected void run() throws CommandException {
        report(cases.drawSample(caller(), id(), WholeNumber.parse(seed), reason));
    }
}
