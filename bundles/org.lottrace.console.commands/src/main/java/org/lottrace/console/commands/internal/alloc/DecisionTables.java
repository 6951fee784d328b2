package org.lottrace.console.commands.internal.alloc;

import java.util.List;
import org.lottrace.api.allocation.AllocationDecision;
import org.lottrace.api.allocation.AllocationDecision.Deviation;
import org.lottrace.api.allocation.Candidate;
import org.lottrace.console.commands.internal.output.SiteTime;
import org.lottrace.console.commands.internal.output.Table;

/** What was decided for an order, and what was looked at for it. */
final class DecisionTables {
    private DecisionTables() {}

    static Table<?>[] of(String order, List<AllocationDecision> found) {
        List<Look> looks = found.stream()
                .flatMap(decision -> decision.candidates().stream().map(candidate -> new Look(decision, candidate)))
                .toList();
        return new Table<?>[] {
            Table.of("Decisions for order " + order, found)
                    .number("Number", AllocationDecision::number)
                    .number("Line", decision -> decision.orderLine().line())
                    .column("Item", AllocationDecision::item)
                    .column("When", DecisionTables::when)
                    .column("Good on", AllocationDecision::delivery)
                    .column("Rotation", decision -> decision.rotation().code())
                    .column("Rules", AllocationDecision::rules)
                    .number("Wanted", AllocationDecision::needed)
                    .column("Against the rules", decision -> decision.deviation()
                            .map(DecisionTables::said)),
            Table.of("Looked at", looks)
                    .number("Decision", look -> look.decision.number())
                    .column("Lot", look -> look.candidate.lot())
                    .column("Where", look -> look.candidate.position())
                    .column("Expires", look -> look.candidate.expiry())
                    .number("Available", look -> look.candidate.available())
                    .number("Taken", look -> look.candidate.taken())
                    .column("Why not", look -> look.candidate.reasons())
        };
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
