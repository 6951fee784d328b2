package org.lottrace.console.commands.internal.recall;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.recall.EffectivenessCheck;
import org.lottrace.api.recall.RecallCases;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.PartyCompleter;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "recall",
        name = "check",
        description = "Records whether a consignee of the sample got the notice and did what it says")
public final class CheckCommand extends RecallCommand {
    @Uses
    private RecallCases cases;

    @Argument(index = 1, name = "PARTY", description = "The consignee", required = true)
    @Completion(PartyCompleter.class)
    private String party;

    @Option(name = "--by", description = "How: VISIT, TELEPHONE, LETTER", required = true)
    private String by;

    @Option(name = "--not-notified", description = "They did not get the notice")
    private boolean notNotified;

    @Option(name = "--not-acted", description = "They did not do what it says")
    private boolean notActed;

    @Option(name = "--comment", description = "What was found")
    private String comment = "";

    @Override
    protected void run() throws CommandException {
        report(cases.check(
                caller(),
                id(),
                new EffectivenessCheck(TextForms.read(PartyId.class, party), by, !notNotified, !notActed, comment)));
    }
}
