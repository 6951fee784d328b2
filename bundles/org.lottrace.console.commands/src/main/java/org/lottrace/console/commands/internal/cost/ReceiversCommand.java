package org.lottrace.console.commands.internal.cost;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.handover.JournalReceiver;
import org.lottrace.api.handover.JournalReceivers;
import org.lottrace.api.handover.JournalRejection;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.input.WholeNumber;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "cost",
        name = "receivers",
        description = "Lists who gets the journal and how far that has come, or what one of them has rejected")
public final class ReceiversCommand extends LotTraceCommand {
    private static final int MOST = 1_000;

    @Uses
    private JournalReceivers receivers;

    @Argument(index = 0, name = "RECEIVER", description = "Whose rejections. Default: all receivers are listed")
    private String receiver;

    @Option(name = "--after", description = "Begin behind this receiver or rejection, the last one of the page before")
    private String after;

    @Override
    protected void run() {
        int limit = Math.min(limit(), MOST);
        if (receiver == null) {
            List<JournalReceiver> page = receivers.list(Optional.ofNullable(after), limit);
            print(
                    page,
                    Table.of("Receivers", page)
                            .column("Name", JournalReceiver::name)
                            .column("Company", JournalReceiver::company)
                            .number("Sent", JournalReceiver::sent)
                            .number("Acknowledged", JournalReceiver::acknowledged)
                            .column("By", JournalReceiver::changedBy)
                            .column("Changed", JournalReceiver::changed));
        } else {
            List<JournalRejection> page =
                    receivers.rejections(receiver, after == null ? 0 : WholeNumber.parse(after), limit);
            print(
                    page,
                    Table.of("Rejections", page)
                            .number("Number", JournalRejection::number)
                            .number("Entry", JournalRejection::entry)
                            .column("Reason", JournalRejection::reason)
                            .column("By", JournalRejection::by)
                            .column("At", JournalRejection::at)
                            .column("Sent again", JournalRejection::resent));
        }
    }
}
