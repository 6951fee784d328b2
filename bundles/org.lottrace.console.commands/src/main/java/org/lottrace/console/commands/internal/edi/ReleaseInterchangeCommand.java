package org.lottrace.console.commands.internal.edi;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.edi.QuarantinedInterchanges;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.input.WholeNumber;
import org.lottrace.console.commands.internal.output.ProblemTable;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "edi",
        name = "release",
        description = "Takes in an interchange that was quarantined, now that its sender is known")
public final class ReleaseInterchangeCommand extends LotTraceCommand {
    @Uses
    private QuarantinedInterchanges interchanges;

    @Argument(
            index = 0,
            name = "NUMBER",
            description = "Number in the log; edi:log --status quarantined lists them",
            required = true)
    private String number;

    @Override
    protected void run() throws CommandException {
        List<Violation> problems = interchanges.release(WholeNumber.parse(number));
        print(problems, ProblemTable.of("Problems of interchange " + number, problems));
        if (!problems.isEmpty()) {
            throw new CommandException(
                    "interchange " + number + " was not taken in as a whole; number of problems: " + problems.size());
        }
    }
}
