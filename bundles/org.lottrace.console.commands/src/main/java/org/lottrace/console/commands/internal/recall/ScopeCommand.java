package org.lottrace.console.commands.internal.recall;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.genealogy.Genealogy;
import org.lottrace.api.genealogy.Handover;
import org.lottrace.api.genealogy.TracedLot;
import org.lottrace.api.genealogy.Whereabouts;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.recall.Recall;
import org.lottrace.api.recall.RecallScope;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.LotCompleter;
import org.lottrace.console.commands.internal.input.LotArgument;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.input.Past;
import org.lottrace.console.commands.internal.output.HandoverTable;
import org.lottrace.console.commands.internal.output.Table;
import org.lottrace.console.commands.internal.output.WhereaboutsTable;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "recall",
        name = "scope",
        description =
                "Shows exactly what suspect lots affect: lots that contain them, where those are, who received them")
public final class ScopeCommand extends LotTraceCommand {
    @Uses
    private LotMaster lots;

    @Uses
    private Recall recall;

    @Uses
    private Genealogy genealogy;

    @Option(name = "--at", description = Past.AT)
    private String at;

    @Option(name = "--known-at", description = Past.KNOWN_AT)
    private String knownAt;

    @Argument(index = 0, name = "LOT", description = LotArgument.FORM, required = true, multiValued = true)
    @Completion(LotCompleter.class)
    private List<String> lot;

    @Override
    protected void run() {
        AsOf asOf = Past.asOf(at, knownAt);
        RecallScope scope = recall.scope(LotArgument.keys(lots, lot), asOf);
        List<Whereabouts> goods = genealogy.whereabouts(
                scope.affected().stream().map(TracedLot::lot).toList(), asOf);
        print(
                new Located(
                        scope.suspects(),
                        scope.affected(),
                        scope.onHand(),
                        scope.shipments(),
                        goods,
                        scope.ledgerPosition()),
                Table.details("Recall scope", scope)
                        .column("Suspects", RecallScope::suspects)
                        .column("Affected lots", s -> s.affected().size())
                        .column("Complete up to ledger position", RecallScope::ledgerPosition),
                Table.of("Affected lots", scope.affected())
                        .number("Level", TracedLot::level)
                        .column("Lot", TracedLot::lot),
                WhereaboutsTable.of(asOf.isLatest() ? "Where they are now" : "Where they were then", goods),
                HandoverTable.of("Shipped and returned", scope.shipments()));
    }

    /** The scope, and where its goods are, for scripts. */
    private record Located(
            List<LotKey> suspects,
            List<TracedLot> affected,
            List<StockBalance> onHand,
            List<Handover> shipments,
            List<Whereabouts> goods,
            long ledgerPosition) {}
}
