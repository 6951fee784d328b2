package org.lottrace.console.commands.internal.alloc;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.allocation.AllocationDecision;
import org.lottrace.api.allocation.AllocationDecision.Deviation;
import org.lottrace.api.allocation.AllocationDecisions;
import org.lottrace.api.allocation.Candidate;
import org.lottrace.api.order.SalesOrders;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.SalesOrderCompleter;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.input.WholeNumber;
import org.lottrace.console.commands.internal.output.SiteTime;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "alloc",
        name = "why",
        description =
                "Shows what was looked at for an order, why each lot was taken or not, and by which rules; newest first")
public final class WhyCommand extends LotTraceCommand {
    @Uses
    private AllocationDecisions decisions;

    @Uses
    private SalesOrders orders;

    @Argument(index = 0, name = "ORDER", description = "Number of the sales order", required = true)
    @Completion(SalesOrderCompleter.class)
    private String order;

    @Option(name = "--after", description = "Go on with decisions that are older than the one of this number")
    private String after;

    @Override
    protected void run() {
        List<AllocationDecision> found =
                decisions.ofOrder(order, Optional.ofNullable(after).map(WholeNumber::parse), limit());
        if (found.isEmpty() && orders.find(order).isEmpty()) {
            throw new IllegalArgumentException("there is no sales order " + order + "; alloc:orders lists them");
        }
        List<Look> looks = found.stream()
                .flatMap(decision -> decision.candidates().stream().map(candidate -> new Look(decision, candidate)))
                .toList();
        print(
                found,
                Table.of("Decisions for order " + order, found)
                        .number("Number", AllocationDecision::number)
                        .number("Line", decision -> decision.orderLine().line())
                        .column("Item", AllocationDecision::item)
                        .column("When", WhyCommand::when)
                        .column("Good on", AllocationDecision::delivery)
                        .column("Rotation", decision -> decision.rotation().code())
                        .column("Rules", AllocationDecision::rules)
                        .number("Wanted", AllocationDecision::needed)
                        .column("Against the rules", decision -> decision.deviation()
                                .map(WhyCommand::said)),
                Table.of("Looked at", looks)
                        .number("Decision", look -> look.decision.number())
                        .column("Lot", look -> look.candidate.lot())
                        .column("Where", look -> look.candidate.position())
                        .column("Expires", look -> look.candidate.expiry())
                        .number("Available", look -> look.candidate.available())
                        .number("Taken", look -> look.candidate.taken())
                        .column("Why not", look -> look.candidate.reasons()));
    }

    /** It was decided for the site whose stock was looked at. */
    private static SiteTime when(AllocationDecision decision) {
        return new SiteTime(
                decision.at(),
                decision.candidates().stream()
                        .flatMap(candidate ->
                                SiteTime.siteOf(candidate.position().place()).stream())
                        .findFirst());
    }

    private static String said(Deviation deviation) {
        return deviation.by() + ": " + deviation.reason();
    }

    private record Look(AllocationDecision decision, Candidate candidate) {}
}
