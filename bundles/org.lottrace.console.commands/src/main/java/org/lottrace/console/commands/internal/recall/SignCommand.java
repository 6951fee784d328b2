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
@Command(scope = "recall", name = "sign", description = "Signs, by name, for everything of a case that stays open")
public final class SignCommand extends RecallCommand {
    @Uses
    private RecallCases cases;

    @Option(name = "--reason", description = "Why it may stay open", required = true)
    private String reason;

    @Override
    protected void run() throws CommandException {
        report(cases.sign(caller(), id(), reason));
    }
}
