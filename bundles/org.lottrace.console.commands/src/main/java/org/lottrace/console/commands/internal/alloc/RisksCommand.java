package org.lottrace.console.commands.internal.alloc;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.planning.ExpiryAdvice;
import org.lottrace.api.planning.ExpiryAdvices;
import org.lottrace.api.planning.ExpiryRisks;
import org.lottrace.api.planning.LotRisk;
import org.lottrace.api.planning.RiskTrial;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.ItemCompleter;
import org.lottrace.console.commands.internal.completion.SiteCompleter;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.input.WholeNumber;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "alloc",
        name = "risks",
        description =
                "Says which lots of a site may not sell in time, how much of each is left on average, and what that"
                        + " costs; with --advise what can be done, with --try how true that would have been for an item")
public final class RisksCommand extends LotTraceCommand {
    @Uses
    private ExpiryRisks risks;

    @Uses
    private ExpiryAdvices advices;

    @Argument(index = 0, name = "SITE", description = "Code of the own site", required = true)
    @Completion(SiteCompleter.class)
    private String site;

    @Option(name = "--item", description = "Only this item")
    @Completion(ItemCompleter.class)
    private String item;

    @Option(name = "--days", description = "Only what expires within so many days")
    private String days = "60";

    @Option(name = "--after", description = "Begin behind so many rows")
    private String after = "0";

    @Option(name = "--advise", description = "What can be done with it instead: production, transfer, mark-down")
    private boolean advise;

    @Option(name = "--try", description = "With --item: try the chances on what happened, so many weeks ahead, 1 to 8")
    private String weeks;

    @Override
    protected void run() {
        Optional<ItemNumber> only = Optional.ofNullable(item).map(ItemNumber::new);
        if (weeks != null) {
            tried(risks.backTest(
                    new SiteId(site),
                    only.orElseThrow(() -> new IllegalArgumentException("--try needs --item: say of which item")),
                    WholeNumber.limit(weeks)));
            return;
        }
        if (advise) {
            advised(advices.list(
                    new SiteId(site),
                    only,
                    WholeNumber.limit(days),
                    WholeNumber.limit(after),
                    Math.min(limit(), ExpiryRisks.LONGEST_PAGE)));
            return;
        }
        List<LotRisk> found = risks.list(
                new SiteId(site),
                only,
                WholeNumber.limit(days),
                WholeNumber.limit(after),
                Math.min(limit(), ExpiryRisks.LONGEST_PAGE));
        print(
                found,
                Table.of("Lots that may not sell in time", found)
                        .column("Lot", risk -> risk.lot().lot())
                        .column("Expiry", risk -> risk.lot().expiry())
                        .number("Days left", risk -> risk.lot().daysLeft())
                        .number("Quantity", risk -> risk.lot().quantity())
                        .number("Ahead", LotRisk::ahead)
                        .number("Wanted in a week", LotRisk::weekly)
                        .number("Weeks", LotRisk::weeks)
                        .column("From what", LotRisk::basis)
                        .number("Chance", LotRisk::chance)
                        .number("Left", LotRisk::left)
                        .number("Value left", LotRisk::value));
    }

    private void advised(List<ExpiryAdvice> found) {
        print(
                found,
                Table.of("What can be done with lots that may not sell in time", found)
                        .column("Lot", advice -> advice.risk().lot().lot())
                        .column("Expiry", advice -> advice.risk().lot().expiry())
                        .column("Advice", ExpiryAdvice::kind)
                        .column("To site", ExpiryAdvice::to)
                        .column("For order", ExpiryAdvice::productionOrder)
                        .number("Quantity", ExpiryAdvice::quantity)
                        .number("Money", ExpiryAdvice::money));
    }

    private void tried(RiskTrial trial) {
        print(
                trial,
                Table.details("Tried on what happened; 0 is always right, 1 always wrong", trial)
                        .column("Weeks ahead", RiskTrial::weeksAhead)
                        .column("Trials", RiskTrial::trials)
                        .column("Score", RiskTrial::score)
                        .column("Naive forecast", RiskTrial::naiveScore));
    }
}
