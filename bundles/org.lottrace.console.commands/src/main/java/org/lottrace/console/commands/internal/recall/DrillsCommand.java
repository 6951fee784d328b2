package org.lottrace.console.commands.internal.recall;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.recall.drill.Drill;
import org.lottrace.api.recall.drill.MockRecall;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "recall",
        name = "drills",
        description = "Lists the mock recalls that were run, newest first: the trend")
public final class DrillsCommand extends LotTraceCommand {
    private static final int MOST_SHOWN = 20;

    @Uses
    private MockRecall mockRecall;

    @Override
    protected void run() {
        List<Drill> drills = mockRecall.trend(limit(MOST_SHOWN));
        print(
                drills,
                Table.of("Mock recalls", drills)
                        .column("When", Drill::started)
                        .column("Who", Drill::actor)
                        .column("Lot", Drill::lot)
                        .column("Passed", drill -> drill.isPassed() ? "yes" : "NO")
                        .number("Took", drill -> drill.took().toMillis() + " ms")
                        .number("Accounted for", drill -> drill.accountedPercent() + " %")
                        .number("Affected lots", Drill::affected)
                        .number("Consignees", Drill::consignees)
                        .number("Without contact", Drill::withoutContact)
                        .number("Findings", Drill::findings)
                        .number("Ledger position", Drill::ledgerPosition));
    }
}
