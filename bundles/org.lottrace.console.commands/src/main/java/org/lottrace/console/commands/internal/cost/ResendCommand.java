package org.lottrace.console.commands.internal.cost;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.handover.JournalReceiver;
import org.lottrace.api.handover.JournalReceivers;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.input.WholeNumber;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "cost",
        name = "resend",
        description = "Has journal entries sent to a receiver once more, the rejected ones too, from one on")
public final class ResendCommand extends LotTraceCommand {
    @Uses
    private JournalReceivers receivers;

    @Argument(index = 0, name = "RECEIVER", description = "Who gets the journal, such as ERP", required = true)
    private String receiver;

    @Argument(index = 1, name = "ENTRY", description = "Number of the first entry", required = true)
    private String entry;

    @Override
    protected void run() throws CommandException {
        Outcome<JournalReceiver> outcome = receivers.resend(caller(), receiver, WholeNumber.parse(entry));
        failOn(outcome.violations());
        JournalReceiver now = outcome.toOptional().orElseThrow();
        print(
                now,
                Table.details("Receiver", now)
                        .column("Name", JournalReceiver::name)
                        .column("Sent", JournalReceiver::sent)
                        .column("Acknowledged", JournalReceiver::acknowledged));
    }
}
