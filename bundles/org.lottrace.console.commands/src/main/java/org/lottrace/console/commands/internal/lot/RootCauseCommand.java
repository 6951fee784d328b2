package org.lottrace.console.commands.internal.lot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.rootcause.RootCause;
import org.lottrace.api.rootcause.RootCauseQuestion;
import org.lottrace.api.rootcause.RootCauseReport;
import org.lottrace.api.rootcause.Suspicion;
import org.lottrace.api.rootcause.Suspicion.Candidate;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.LotCompleter;
import org.lottrace.console.commands.internal.input.LotArgument;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.input.Past;
import org.lottrace.console.commands.internal.input.WholeNumber;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "lot",
        name = "root-cause",
        description =
                "Ranks what lots with complaints have in common and other lots have not: ingredients, suppliers, orders, lines, shifts, places")
public final class RootCauseCommand extends LotTraceCommand {
    private static final int MOST_SHOWN = 10;

    @Uses
    private LotMaster lots;

    @Uses
    private RootCause rootCause;

    @Option(
            name = "--good",
            description = "A lot that is known to be good; may be repeated. Default: all other lots of the same items"
                    + " and time",
            multiValued = true)
    @Completion(LotCompleter.class)
    private List<String> good = new ArrayList<>();

    @Option(
            name = "--margin",
            description = "Days before the first and after the last complaint that are the same time")
    private String margin = "7";

    @Option(name = "--at", description = Past.AT)
    private String at;

    @Option(name = "--known-at", description = Past.KNOWN_AT)
    private String knownAt;

    @Argument(index = 0, name = "LOT", description = LotArgument.FORM, required = true, multiValued = true)
    @Completion(LotCompleter.class)
    private List<String> lot;

    @Override
    protected void run() {
        RootCauseReport report = rootCause.explain(
                new RootCauseQuestion(
                        LotArgument.keys(lots, lot), LotArgument.keys(lots, good), WholeNumber.limit(margin)),
                Past.asOf(at, knownAt));
        List<Row> rows = rows(report, limit(MOST_SHOWN));
        print(
                report,
                Table.details("Root cause", report)
                        .column("Lots with complaints", r -> r.complaints().size())
                        .column("Compared with", r -> r.good().size())
                        .column("Limits", RootCauseReport::limits)
                        .column("Complete up to ledger position", RootCauseReport::ledgerPosition),
                Table.of("Suspicions; candidates of one rank cannot be told apart", rows)
                        .number("Rank", Row::rank)
                        .column("Factor", row -> row.candidate().factor())
                        .column("Which", row -> row.candidate().name())
                        .column(
                                "Complaints",
                                row -> row.of().complaintsExposed() + " of "
                                        + row.of().complaints())
                        .column(
                                "Others",
                                row -> row.of().goodExposed() + " of "
                                        + row.of().good())
                        .number("Lift", row -> row.of().lift())
                        .number("Chance", row -> row.of().chance())
                        .number("Corrected", row -> row.of().correctedChance()),
                Table.of("Evidence for the first rank", evidence(report))
                        .column("From complaint to cause", path -> path));
    }

    private static List<Row> rows(RootCauseReport report, int ranks) {
        List<Row> rows = new ArrayList<>();
        List<Suspicion> shown = report.suspicions().stream().limit(ranks).toList();
        for (Suspicion suspicion : shown) {
            int rank = shown.indexOf(suspicion) + 1;
            suspicion.candidates().forEach(candidate -> rows.add(new Row(rank, candidate, suspicion)));
        }
        return rows;
    }

    private static List<String> evidence(RootCauseReport report) {
        return report.suspicions().stream()
                .limit(1)
                .flatMap(suspicion -> suspicion.candidates().stream().limit(1))
                .flatMap(candidate -> candidate.evidence().stream()
                        .map(exposure ->
                                exposure.path().stream().map(LotKey::toString).collect(Collectors.joining(" < ")) + ": "
                                        + candidate.factor() + " " + candidate.name()))
                .toList();
    }

    private record Row(int rank, Candidate candidate, Suspicion of) {}
}
