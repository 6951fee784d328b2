package org.lottrace.console.commands.internal.recall;

import org.apache.karaf.shell.api.action.Command;
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
        name = "notify",
        description = "Queues a notice for every consignee who was not told about what they received")
public final class NotifyCommand extends RecallCommand {
    @Uses
    private RecallCases cases;

    @Override
    protected void run() throws CommandException {
        report(cases.notifyConsignees(caller(), id()));
    }
}
