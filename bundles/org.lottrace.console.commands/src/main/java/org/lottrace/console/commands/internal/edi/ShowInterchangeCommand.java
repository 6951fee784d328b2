package org.lottrace.console.commands.internal.edi;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.Interchanges;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.input.WholeNumber;
import org.lottrace.console.commands.internal.output.ProblemTable;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "edi", name = "show", description = "Shows one interchange with all its problems")
public final class ShowInterchangeCommand extends LotTraceCommand {
    @Uses
    private Interchanges interchanges;

    @Argument(index = 0, name = "NUMBER", description = "Number in the log; edi:log lists them", required = true)
    private String number;

    @Override
    protected void run() {
        long id = WholeNumber.parse(number);
        InterchangeRecord found = interchanges
                .find(id)
                .orElseThrow(() -> new IllegalArgumentException("there is no interchange " + id + "; see edi:log"));
        print(
                found,
                Table.details("Interchange", found)
                        .column("No.", InterchangeRecord::id)
                        .column("When", InterchangeRecord::at)
                        .column("Direction", InterchangeRecord::direction)
                        .column("Status", InterchangeRecord::status)
                        .column("From", InterchangeRecord::sender)
                        .column("To", InterchangeRecord::receiver)
                        .column("Control", InterchangeRecord::control)
                        .column("Holds", InterchangeRecord::transactionSets)
                        .column("File", InterchangeRecord::fileName),
                ProblemTable.of("Problems", found.problems()));
    }
}
