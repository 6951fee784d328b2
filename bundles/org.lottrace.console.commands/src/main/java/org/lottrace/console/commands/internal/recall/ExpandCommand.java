package org.lottrace.console.commands.internal.recall;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.RecallCases;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.LotCompleter;
import org.lottrace.console.commands.internal.completion.RecallCaseCompleter;
import org.lottrace.console.commands.internal.input.LotArgument;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "recall",
        name = "expand",
        description = "Adds suspects to a case: another version of its scope, blocked at once")
public final class ExpandCommand extends ScopedCommand {
    @Uses
    private RecallCases cases;

    @Option(name = "--reason", description = "Why there is more", required = true)
    private String reason;

    @Argument(index = 0, name = "CASE", description = "Recall case, such as R-000001", required = true)
    @Completion(RecallCaseCompleter.class)
    private String recallCase;

    @Argument(index = 1, name = "LOT", description = LotArgument.FORM, multiValued = true)
    @Completion(LotCompleter.class)
    private List<String> lot;

    @Override
    protected void run() throws CommandException {
        CaptureContext context = context();
        reportCase(
                cases.expand(caller(), context, TextForms.read(RecallCaseId.class, recallCase), criteria(lot), reason));
    }
}
