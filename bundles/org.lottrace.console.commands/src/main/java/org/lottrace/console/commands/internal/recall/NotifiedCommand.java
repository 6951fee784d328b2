package org.lottrace.console.commands.internal.recall;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.recall.RecallCases;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.PartyCompleter;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "recall",
        name = "notified",
        description = "Records that a consignee was told by telephone, letter or visit")
public final class NotifiedCommand extends RecallCommand {
    @Uses
    private RecallCases cases;

    @Argument(index = 1, name = "PARTY", description = "The consignee", required = true)
    @Completion(PartyCompleter.class)
    private String party;

    @Option(name = "--by", description = "How: TELEPHONE, LETTER, VISIT", required = true)
    private String by;

    @Option(name = "--detail", description = "Whom, and what was said")
    private String detail = "";

    @Override
    protected void run() throws CommandException {
        report(cases.notified(caller(), id(), TextForms.read(PartyId.class, party), by, detail));
    }
}
