package org.lottrace.console.commands.internal.recall;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.recall.report.RecallReports;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;

@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "recall", name = "export", description = "Prints everything about a case as one JSON document")
public final class ExportCommand extends RecallCommand {
    @Uses
    private RecallReports reports;

    @Override
    protected void run() {
        System.out.println(found(reports.export(id())));
    }
}
