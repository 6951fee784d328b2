package org.lottrace.console.commands.internal.follower;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.event.LedgerProjections;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "lottrace",
        name = "rebuild",
        description = "Derives stock or lots again from the ledger, from the first event on; nobody can record anything"
                + " meanwhile. What follows the ledger is rebuilt by lottrace:follower NAME --rebuild")
public final class RebuildCommand extends LotTraceCommand {
    @Uses
    private LedgerProjections projections;

    @Argument(name = "NAME", description = "What to derive: stock or lots", required = true)
    private String name;

    @Override
    protected void run() throws CommandException {
        Outcome<List<String>> outcome = projections.rebuild(name);
        outcome.toOptional()
                .ifPresent(differences -> print(
                        new Rebuilt(name, differences),
                        Table.of("Derived again: " + name, differences).column("Difference", text -> text)));
        failOn(outcome.violations());
    }

    /**
     * What was derived, for scripts.
     *
     * @param name of the projection
     * @param differences what was kept and what is derived now where the two differed
     */
    private record Rebuilt(String name, List<String> differences) {}
}
