package org.lottrace.console.commands.internal.edi;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.edi.Interchanges;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.ServerFileCompleter;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.input.ServerFiles;
import org.lottrace.console.commands.internal.output.ProblemTable;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "edi",
        name = "check",
        description =
                "Checks a file as if it had been dropped into the inbox, and changes nothing; fails when it has problems")
public final class CheckCommand extends LotTraceCommand {
    @Uses
    private Interchanges interchanges;

    @Argument(
            index = 0,
            name = "FILE",
            description = "Name of the file in the folder for files on the server",
            required = true)
    @Completion(ServerFileCompleter.class)
    private String file;

    @Override
    protected void run() throws CommandException {
        List<Violation> problems = interchanges.check(ServerFiles.content(file));
        print(problems, ProblemTable.of("Problems of " + file, problems));
        if (!problems.isEmpty()) {
            throw new CommandException(file + " would be rejected; number of problems: " + problems.size());
        }
    }
}
