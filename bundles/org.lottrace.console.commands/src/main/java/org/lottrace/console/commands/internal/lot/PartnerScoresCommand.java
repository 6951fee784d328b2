package org.lottrace.console.commands.internal.lot;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.movement.PartnerScore;
import org.lottrace.api.movement.PartnerScores;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "lot",
        name = "partner-scores",
        description = "Says how the ship notices of each supplier held true in a month")
public final class PartnerScoresCommand extends LotTraceCommand {
    @Uses
    private PartnerScores scores;

    @Option(name = "--month", description = "Any day of the month, such as 2026-03-01", required = true)
    private String month;

    @Option(name = "--supplier", description = "Only this supplier")
    private String supplier;

    @Option(name = "--after", description = "Begin behind this supplier, the last one of the page before")
    private String after;

    @Override
    protected void run() {
        LocalDate day = TextForms.read(LocalDate.class, month);
        List<PartnerScore> found = supplier == null
                ? scores.list(
                        day, Optional.ofNullable(after).map(PartyId::new), Math.min(limit(), PartnerScores.MOST_ROWS))
                : List.of(scores.of(new PartyId(supplier), day));
        print(
                found,
                Table.of("Scores", found)
                        .column("Supplier", PartnerScore::supplier)
                        .column("Month", score -> score.month().toString().substring(0, 7))
                        .number("Notices", PartnerScore::notices)
                        .number("On time", score -> score.onTime() + " of " + score.timed())
                        .number("Complete", PartnerScore::complete)
                        .number("Without difference", PartnerScore::withoutDifference)
                        .column("Differences", score -> score.differences().stream()
                                .map(count -> count.kind().code() + " " + count.number())
                                .collect(Collectors.joining(", "))));
    }
}
