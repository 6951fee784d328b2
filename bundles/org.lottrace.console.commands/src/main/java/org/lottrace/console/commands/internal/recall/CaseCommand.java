package org.lottrace.console.commands.internal.recall;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallCases;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "recall",
        name = "case",
        description = "Shows a recall case: what was decided, every version of the scope, every step")
public final class CaseCommand extends RecallCommand {
    @Uses
    private RecallCases cases;

    @Override
    protected void run() {
        RecallCase found = found(cases.find(id()));
        print(
                found,
                CaseTables.summary(found),
                CaseTables.versions(found),
                CaseTables.lots(found.scope()),
                CaseTables.steps(found));
    }
}
