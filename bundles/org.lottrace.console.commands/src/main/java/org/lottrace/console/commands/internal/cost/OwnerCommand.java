package org.lottrace.console.commands.internal.cost;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.cost.RecallCostDraft.OverRecall;
import org.lottrace.api.recall.report.OwnerFigures;
import org.lottrace.api.recall.report.OwnerFigures.Losses;
import org.lottrace.api.recall.report.OwnerReport;
import org.lottrace.api.recall.report.RecallReach;
import org.lottrace.api.recall.report.WriteOff;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.BooksCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "cost",
        name = "owner",
        description =
                "Shows what tracing lots is worth: write-offs and traces before LotTrace and since, and what recalls take")
public final class OwnerCommand extends BooksCommand {
    private static final int MOST_ROWS = 1_000;

    @Uses
    private OwnerReport report;

    @Option(name = "--from", description = "First accounting date, 2026-03-01")
    private String from;

    @Option(name = "--to", description = "Last accounting date, at most 1100 days altogether")
    private String to;

    @Option(name = "--write-offs", description = "The first 1,000 lines of what was written off instead")
    private boolean writeOffs;

    @Option(name = "--expired", description = "Of them only goods that had expired")
    private boolean onlyExpired;

    @Option(
            name = "--recalls",
            description = "The 20 newest recalls that are open, and that are closed, instead; needs no days")
    private boolean recalls;

    @Override
    protected void ofBooks() {
        if (recalls) {
            reaches();
            return;
        }
        if (from == null || to == null) {
            throw new IllegalArgumentException("say --from and --to, or --recalls");
        }
        LocalDate first = TextForms.read(LocalDate.class, from);
        LocalDate last = TextForms.read(LocalDate.class, to);
        if (writeOffs || onlyExpired) {
            lines(report.writeOffs(first, last, onlyExpired, Optional.empty(), MOST_ROWS));
        } else {
            figures(report.figures(first, last));
        }
    }

    private void figures(OwnerFigures figures) {
        print(
                figures,
                losses("Written off in these days", figures.now()),
                Table.of(
                                "Before LotTrace: " + figures.known(),
                                figures.before().stream().toList())
                        .number("Written off in a month", Losses::writtenOffInAMonth)
                        .number("Of it expired", Losses::expiredInAMonth),
                Table.details("Traces", figures)
                        .column(
                                "Since",
                                of -> of.goLive().map(LocalDate::toString).orElse(""))
                        .number("Drills", of -> of.traces().drills())
                        .column("Average", of -> of.traces().average())
                        .column("Longest", of -> of.traces().longest())
                        .column("Hours before", of -> of.assumed()
                                .hoursOfATrace()
                                .map(Object::toString)
                                .orElse(""))
                        .column("In a year", of -> of.assumed()
                                .tracesInAYear()
                                .map(Object::toString)
                                .orElse(""))
                        .column(
                                "An hour costs",
                                of -> of.assumed().hour().map(Object::toString).orElse(""))
                        .column(
                                "Saved in a year",
                                of -> of.savedInAYear().map(Object::toString).orElse("")));
    }

    private static Table<Losses> losses(String title, Losses losses) {
        return Table.details(title, losses)
                .number("Days", Losses::days)
                .number("Written off", Losses::writtenOff)
                .number("Of it expired", Losses::expired)
                .number("In a month", Losses::writtenOffInAMonth)
                .number("Of it expired", Losses::expiredInAMonth);
    }

    private void lines(List<WriteOff> lines) {
        print(
                lines,
                Table.of("Write-offs", lines)
                        .number("Entry", line -> line.key().entry())
                        .column("Day", WriteOff::day)
                        .column("Document", WriteOff::document)
                        .column("Lot", WriteOff::lot)
                        .column(
                                "Expiry",
                                line -> line.expiry().map(LocalDate::toString).orElse(""))
                        .number("Quantity", line -> line.amount().quantity())
                        .number("Amount", line -> line.amount().value()));
    }

    private void reaches() {
        List<RecallReach> open = report.reaches(false, Optional.empty(), RecallReach.MOST);
        List<RecallReach> closed = report.reaches(true, Optional.empty(), RecallReach.MOST);
        print(List.of(open, closed), table("Open recalls", open), table("Closed recalls", closed));
    }

    private static Table<RecallReach> table(String title, List<RecallReach> cases) {
        return Table.of(title, cases)
                .column("Case", RecallReach::recallCase)
                .column("Kind", RecallReach::mode)
                .number("Affected lots", one -> text(one, OverRecall::affectedLots))
                .number("At cost", one -> text(one, OverRecall::affectedValue))
                .number("All lots", one -> text(one, OverRecall::productLots))
                .number("At cost", one -> text(one, OverRecall::productValue))
                .number("Avoided", one -> text(one, OverRecall::avoided));
    }

    private static String text(RecallReach one, Function<OverRecall, Object> part) {
        return one.reach().map(part).map(Object::toString).orElse("");
    }
}
