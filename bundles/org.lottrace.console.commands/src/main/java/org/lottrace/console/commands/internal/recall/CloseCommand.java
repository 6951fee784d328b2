package org.lottrace.console.commands.internal.recall;

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
        name = "close",
        description = "Closes a case in which every quantity is explained or signed for")
public final class CloseCommand extends RecallCommand {
    @Uses
    private RecallCases cases;

    @Option(name = "--summary", description = "How effective the recall was", required = true)
    private String summary;

    @Override
    protected void run() throws CommandException {
        report(cases.close(caller(), id(), summary));
    }
}
