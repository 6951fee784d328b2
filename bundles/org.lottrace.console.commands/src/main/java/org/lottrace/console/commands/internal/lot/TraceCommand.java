package org.lottrace.console.commands.internal.lot;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.genealogy.Direction;
import org.lottrace.api.genealogy.Genealogy;
import org.lottrace.api.genealogy.Seed;
import org.lottrace.api.genealogy.Trace;
import org.lottrace.api.genealogy.TraceRequest;
import org.lottrace.api.genealogy.TracedEdge;
import org.lottrace.api.genealogy.TracedLot;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.completion.LotCompleter;
import org.lottrace.console.commands.internal.input.LotArgument;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.HandoverTable;
import org.lottrace.console.commands.internal.output.StockTable;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "lot",
        name = "trace",
        description =
                "Follows a lot to everything that contains it and to who received it; backward, to everything it contains and to who delivered it")
public final class TraceCommand extends LotTraceCommand {
    @Reference(optional = true)
    private LotMaster lots;

    @Reference(optional = true)
    private Genealogy genealogy;

    @Option(name = "--backward", description = "From a lot to its ingredients and suppliers")
    private boolean backward;

    @Argument(index = 0, name = "LOT", description = LotArgument.FORM, required = true)
    @Completion(LotCompleter.class)
    private String lot;

    @Override
    protected void run() {
        Trace trace = genealogy.trace(TraceRequest.of(
                backward ? Direction.BACKWARD : Direction.FORWARD,
                LotArgument.find(lots, lot).key()));
        print(
                trace,
                Table.details("Trace", trace)
                        .column(
                                "Lot",
                                t -> t.request().seeds().stream().map(Seed::lot).toList())
                        .column("Direction", t -> t.request().direction())
                        .column("Lots reached", t -> t.lots().size())
                        .column("Complete up to ledger position", Trace::ledgerPosition),
                Table.of("Lots", trace.lots()).number("Level", TracedLot::level).column("Lot", TracedLot::lot),
                Table.of("Contained in", trace.edges())
                        .column("Lot", traced -> traced.edge().input())
                        .number("Quantity", traced -> traced.edge().quantity())
                        .column("went into", traced -> traced.edge().output())
                        .column("Certainty", traced -> traced.edge().certainty())
                        .column("Event", TracedEdge::event),
                StockTable.of("In own stock", trace.onHand()),
                HandoverTable.of("Received, shipped, returned", trace.handovers()));
    }
}
