package org.lottrace.console.commands.internal.recall;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.recall.RecallCases;
import org.lottrace.api.recall.RecallUnderway;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "recall",
        name = "underway",
        description = "Lists what this node is working out for recall cases at this moment, and how far it is")
public final class UnderwayCommand extends LotTraceCommand {
    @Uses
    private RecallCases cases;

    @Override
    protected void run() {
        List<RecallUnderway> underway = cases.underway();
        print(underway, CaseTables.underway(underway));
    }
}
