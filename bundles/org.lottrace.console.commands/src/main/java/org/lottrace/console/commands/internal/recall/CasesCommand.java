package org.lottrace.console.commands.internal.recall;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallCases;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;

@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "recall", name = "cases", description = "Lists all recall cases")
public final class CasesCommand extends LotTraceCommand {
    @Uses
    private RecallCases cases;

    @Override
    protected void run() {
        List<RecallCase> all = cases.all();
        print(all, CaseTables.list(all));
    }
}
