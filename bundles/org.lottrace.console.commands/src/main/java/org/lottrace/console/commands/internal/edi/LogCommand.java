package org.lottrace.console.commands.internal.edi;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.lottrace.api.edi.InterchangeFilter;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.edi.Interchanges;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.Choice;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "edi", name = "log", description = "Lists interchanges with partners, newest first")
public final class LogCommand extends LotTraceCommand {
    private static final int MOST_SHOWN = 50;

    @Uses
    private Interchanges interchanges;

    @Option(name = "--status", description = "Only with this status")
    @Completion(
            value = StringsCompleter.class,
            values = {
                "accepted",
                "rejected",
                "test",
                "duplicate",
                "pending",
                "withheld",
                "sent",
                "acknowledged",
                "acknowledged_with_errors"
            })
    private String status;

    @Override
    protected void run() {
        InterchangeFilter filter = new InterchangeFilter(
                Optional.empty(),
                Optional.ofNullable(status).map(word -> Choice.of(InterchangeStatus.class, word)),
                Optional.empty());
        List<InterchangeRecord> records = interchanges.before(Optional.empty(), filter, limit(MOST_SHOWN));
        print(
                records,
                Table.of("Interchanges", records)
                        .number("No.", InterchangeRecord::id)
                        .column("When", InterchangeRecord::at)
                        .column("Direction", InterchangeRecord::direction)
                        .column("Status", InterchangeRecord::status)
                        .column("From", InterchangeRecord::sender)
                        .column("To", InterchangeRecord::receiver)
                        .column("Control", InterchangeRecord::control)
                        .column("Holds", InterchangeRecord::transactionSets)
                        .column("File", InterchangeRecord::fileName)
                        .number("Problems", record -> record.problems().size()));
    }
}
