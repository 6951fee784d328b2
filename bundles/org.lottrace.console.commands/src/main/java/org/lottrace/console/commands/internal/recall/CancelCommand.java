package org.lottrace.console.commands.internal.recall;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.RecallCases;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.RecallCaseCompleter;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "recall",
        name = "cancel",
        description =
                "Cancels a case that should never have been opened: its lots are on hold afterwards, who was told is told so")
public final class CancelCommand extends ScopedCommand {
    @Uses
    private RecallCases cases;

    @Option(name = "--reason", description = "What the mistake was; consignees read it", required = true)
    private String reason;

    @Argument(index = 0, name = "CASE", description = "Recall case, such as R-000001", required = true)
    @Completion(RecallCaseCompleter.class)
    private String recallCase;

    @Override
    protected void run() throws CommandException {
        reportCase(cases.cancel(caller(), context(), TextForms.read(RecallCaseId.class, recallCase), reason));
    }
}
