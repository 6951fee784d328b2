package org.lottrace.console.commands.internal.recall;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallCases;
import org.lottrace.api.recall.report.RecallReports;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "recall",
        name = "notify",
        description = "Queues a notice for every consignee who was not told about what they received")
public final class NotifyCommand extends RecallCommand {
    @Uses
    private RecallCases cases;

    @Uses
    private RecallReports reports;

    @Override
    protected void run() throws CommandException {
        Outcome<RecallCase> result = cases.notifyConsignees(caller(), id());
        result.toOptional().ifPresent(changed -> {
            List<PartyId> unreached = found(reports.unreached(id()));
            print(new Notified(changed, unreached), tables(changed, unreached));
        });
        failOn(result.violations());
    }

    private Table<?>[] tables(RecallCase changed, List<PartyId> unreached) {
        Table<?> nobody = Table.of(
                        "Nothing goes out to these, no way of sending reaches them: call them, then recall:notified "
                                + id(),
                        unreached)
                .column("Consignee", party -> party);
        return unreached.isEmpty()
                ? new Table<?>[] {CaseTables.summary(changed), CaseTables.newest(changed)}
                : new Table<?>[] {CaseTables.summary(changed), CaseTables.newest(changed), nobody};
    }

    /**
     * What was done, for scripts: the case, and beside its components whom nothing reaches.
     *
     * @param unreached by number
     */
    private record Notified(@JsonUnwrapped RecallCase changed, List<PartyId> unreached) {}
}
