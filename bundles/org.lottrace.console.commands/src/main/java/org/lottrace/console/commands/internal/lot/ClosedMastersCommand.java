package org.lottrace.console.commands.internal.lot;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.master.MasterKind;
import org.lottrace.api.master.MasterStep;
import org.lottrace.api.master.Masters;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.Choice;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.input.WholeNumber;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "lot",
        name = "closed-masters",
        description = "Lists the items, parties, sites and locations that are closed, and who closed them")
public final class ClosedMastersCommand extends LotTraceCommand {
    private static final int MOST = 2_000;

    @Uses
    private Masters masters;

    @Option(name = "--kind", description = "Only ITEM, PARTY, SITE or LOCATION")
    private String kind;

    @Option(name = "--after", description = "Begin behind this step, the last one of the page before")
    private String after;

    @Override
    protected void run() {
        List<MasterStep> page = masters.closed(
                Optional.ofNullable(kind).map(text -> Choice.of(MasterKind.class, text)),
                Optional.ofNullable(after).map(WholeNumber::parse),
                Math.min(limit(), MOST));
        print(page, MasterSteps.list(page));
    }
}
