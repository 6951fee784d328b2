package org.lottrace.console.commands.internal.recall;

import java.time.LocalDate;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.recall.EffectivenessCheck;
import org.lottrace.api.recall.RecallCases;
import org.lottrace.api.recall.report.ClockMarks;
import org.lottrace.api.recall.report.RecallReports;
import org.lottrace.api.recall.report.StatusReport;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;
import org.lottrace.console.commands.internal.output.WhereaboutsTable;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "recall",
        name = "report",
        description = "Shows how a recall stands (21 CFR 7.53(b)); with --completion it is recorded as given")
public final class ReportCommand extends RecallCommand {
    @Uses
    private RecallCases cases;

    @Uses
    private RecallReports reports;

    @Option(
            name = "--completion",
            description = "The report is given now, and the recall is expected to be complete on this day, 2026-03-01")
    private String completion;

    @Override
    protected void run() throws CommandException {
        if (completion != null) {
            failOn(cases.reported(caller(), id(), TextForms.read(LocalDate.class, completion))
                    .violations());
        }
        StatusReport status = found(reports.status(id()));
        print(
                status,
                summary(status),
                clock(status.clock()),
                ConsigneesCommand.consignees(status.consignees()),
                ReconcileCommand.own(status.reconciliation()),
                ReconcileCommand.downstream(status.reconciliation()),
                WhereaboutsTable.of("Where it is now", status.goods()),
                checks(status),
                CaseTables.open(
                        "Open and not signed for", status.reconciliation().unsigned()));
    }

    private static Table<StatusReport> summary(StatusReport status) {
        return Table.details("Status of recall " + status.id(), status)
                .column("At", StatusReport::at)
                .column("State", s -> s.closed() ? "CLOSED" : "OPEN")
                .column("Scope version", s -> s.scope().number())
                .column("Consignees", s -> s.consignees().size())
                .column("Told", StatusReport::notified)
                .column("Answered", StatusReport::answered)
                .column("Not responding", StatusReport::notResponding)
                .column("Notices not out", s -> s.unsentNotices().size())
                .column("Reports given", s -> s.given().size())
                .column("Next report", StatusReport::nextReport);
    }

    private static Table<ClockMarks> clock(ClockMarks marks) {
        return Table.details("Clock", marks)
                .column("T0 decided", ClockMarks::decided)
                .column("T1 scope known", ClockMarks::scopeKnown)
                .column("T2 stock blocked", ClockMarks::stockBlocked)
                .column("T3 first notice", ClockMarks::firstNotice)
                .column("T4 all told", ClockMarks::allNotified);
    }

    private static Table<EffectivenessCheck> checks(StatusReport status) {
        return Table.of("Effectiveness checks", status.checks())
                .column("Party", EffectivenessCheck::party)
                .column("How", EffectivenessCheck::method)
                .column("Got it", EffectivenessCheck::notified)
                .column("Acted", EffectivenessCheck::acted)
                .column("Comment", EffectivenessCheck::comment);
    }
}
