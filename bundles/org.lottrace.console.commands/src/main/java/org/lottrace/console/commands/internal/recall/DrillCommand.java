package org.lottrace.console.commands.internal.recall;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.certificate.Finding;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.recall.drill.Drill;
import org.lottrace.api.recall.drill.Drill.Target;
import org.lottrace.api.recall.drill.DrillReport;
import org.lottrace.api.recall.drill.DrillReport.Contact;
import org.lottrace.api.recall.drill.DrillRequest;
import org.lottrace.api.recall.drill.MockRecall;
import org.lottrace.console.commands.internal.Login;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.LotCompleter;
import org.lottrace.console.commands.internal.input.LotArgument;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.input.WholeNumber;
import org.lottrace.console.commands.internal.output.HandoverTable;
import org.lottrace.console.commands.internal.output.StockTable;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "recall",
        name = "drill",
        description =
                "Practises a recall on live data without touching it, and keeps the result; fails when the drill is not passed")
public final class DrillCommand extends LotTraceCommand {
    @Uses
    private LotMaster lots;

    @Uses
    private MockRecall mockRecall;

    @Option(name = "--ingredient", description = "Choose a lot that goes into others instead of one that is sold")
    private boolean ingredient;

    @Option(name = "--seed", description = "Decides which lot is chosen. Default: the time")
    private String seed;

    @Argument(index = 0, name = "LOT", description = LotArgument.FORM + ". Default: one is chosen")
    @Completion(LotCompleter.class)
    private String lot;

    @Override
    protected void run() throws CommandException {
        Optional<LotKey> given = Optional.ofNullable(lot)
                .map(text -> LotArgument.find(lots, text).key());
        Outcome<DrillReport> result = mockRecall.run(new DrillRequest(
                Login.user(),
                given,
                ingredient ? Target.INGREDIENT : Target.FINISHED_GOOD,
                Optional.ofNullable(seed).map(WholeNumber::parse)));
        failOn(result.violations());
        show(result.toOptional().orElseThrow());
    }

    private void show(DrillReport report) throws CommandException {
        Drill drill = report.drill();
        print(
                report,
                summary(drill),
                Table.of("Steps", drill.steps())
                        .column("Step", Drill.TimedStep::step)
                        .number("Took", step -> step.took().toMillis() + " ms"),
                StockTable.of("On hand", report.onHand()),
                HandoverTable.of("Shipped, returned", report.shipments()),
                Table.of("Consignees", report.contacts())
                        .column("Party", Contact::party)
                        .column("Name", Contact::name)
                        .column("E-mail", Contact::email)
                        .column("Phone", Contact::phone)
                        .column("Reachable", contact -> contact.isReachable() ? "yes" : "NO"),
                Table.of("Findings of the certificate", report.certificate().findings())
                        .column("Lot", Finding::lot)
                        .number("Quantity", Finding::quantity)
                        .column("What does not fit", Finding::message));
        if (!drill.isPassed()) {
            throw new CommandException("the drill is not passed: it took " + drill.took() + " (duty: "
                    + Drill.TRACE_DUTY + "), accounted for " + drill.accountedPercent() + " %, findings: "
                    + drill.findings() + ", consignees without contact: " + drill.withoutContact());
        }
    }

    private static Table<Drill> summary(Drill drill) {
        return Table.details("Mock recall", drill)
                .column("Lot", Drill::lot)
                .column("Chosen as", d -> d.target() + ", seed " + d.seed())
                .column("Passed", d -> d.isPassed() ? "yes" : "NO")
                .column("Took", d -> d.took().toMillis() + " ms")
                .column("Within 4 hours (full trace)", d -> d.isWithin(Drill.TRACE_DUTY) ? "yes" : "NO")
                .column("Within 24 hours (records)", d -> d.isWithin(Drill.RECORDS_DUTY) ? "yes" : "NO")
                .column("Accounted for", d -> d.accountedPercent() + " %")
                .column("Ingredients", Drill::ingredients)
                .column("Affected lots", Drill::affected)
                .column("Consignees", Drill::consignees)
                .column("Without contact", Drill::withoutContact)
                .column("Findings", Drill::findings)
                .column("Ledger position", Drill::ledgerPosition)
                .column("Ledger hash", Drill::ledgerHash);
    }
}
