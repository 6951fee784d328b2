package org.lottrace.console.commands.internal.lot;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.master.MasterChange;
import org.lottrace.api.master.MasterKind;
import org.lottrace.api.master.MasterReference;
import org.lottrace.api.master.MasterStep;
import org.lottrace.api.master.Masters;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.Choice;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;

@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "lot", name = "reopen-master", description = "Opens a closed item, party, site or location again")
public final class ReopenMasterCommand extends LotTraceCommand {
    @Uses
    private Masters masters;

    @Argument(index = 0, name = "KIND", description = "ITEM, PARTY, SITE or LOCATION", required = true)
    private String kind;

    @Argument(
            index = 1,
            name = "KEY",
            description = "Number of the item or party, code of the site, or SITE/LOCATION",
            required = true)
    private String key;

    @Option(name = "--reason", description = "Why, for people", required = true)
    private String reason;

    @Override
    protected void run() throws CommandException {
        MasterReference master = new MasterReference(Choice.of(MasterKind.class, kind), key);
        Outcome<MasterStep> outcome = masters.reopen(caller(), new MasterChange(master, reason));
        failOn(outcome.violations());
        MasterStep step = outcome.toOptional().orElseThrow();
        print(step, MasterSteps.details(step));
    }
}
