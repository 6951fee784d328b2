package org.lottrace.console.commands.internal.recall;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.certificate.LotBalance;
import org.lottrace.api.recall.report.DownstreamBalance;
import org.lottrace.api.recall.report.RecallReports;
import org.lottrace.api.recall.report.Reconciliation;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "recall",
        name = "reconcile",
        description = "Shows whether every quantity is explained, and what keeps the case from being closed")
public final class ReconcileCommand extends RecallCommand {
    @Uses
    private RecallReports reports;

    @Override
    protected void run() {
        Reconciliation sums = found(reports.reconciliation(id()));
        print(sums, own(sums), downstream(sums), CaseTables.open("Open and not signed for", sums.unsigned()));
    }

    static Table<LotBalance> own(Reconciliation sums) {
        return Table.of("Inside the company", sums.own())
                .column("Lot", LotBalance::lot)
                .number("Received", LotBalance::received)
                .number("Produced", LotBalance::produced)
                .number("Returned", LotBalance::returned)
                .number("Found", LotBalance::found)
                .number("On hand", LotBalance::onHand)
                .number("Shipped", LotBalance::shipped)
                .number("Consumed", LotBalance::consumed)
                .number("Disposed", LotBalance::disposed)
                .number("Missed", LotBalance::missed)
                .number("Unexplained", LotBalance::unaccounted);
    }

    static Table<DownstreamBalance> downstream(Reconciliation sums) {
        return Table.of("At consignees", sums.downstream())
                .column("Lot", DownstreamBalance::lot)
                .number("Shipped", DownstreamBalance::shipped)
                .number("Returned", DownstreamBalance::returned)
                .number("Destroyed", DownstreamBalance::destroyed)
                .number("On hand", DownstreamBalance::onHand)
                .number("Used", DownstreamBalance::used)
                .number("Unaccounted", DownstreamBalance::unaccounted)
                .number("Recovered %", DownstreamBalance::recoveryPercent)
                .number("Accounted %", DownstreamBalance::accountabilityPercent);
    }
}
