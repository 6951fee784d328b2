package org.lottrace.console.commands.internal.cost;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.cost.CostHistory;
import org.lottrace.api.cost.CostMethod;
import org.lottrace.api.cost.CostSource;
import org.lottrace.api.cost.ItemMethod;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.console.commands.internal.BooksCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.LotCompleter;
import org.lottrace.console.commands.internal.input.LotArgument;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "cost",
        name = "lot",
        description =
                "Shows what is left of a lot, what it is worth, and where its cost came from, down to the receipts")
public final class LotCostCommand extends BooksCommand {
    private static final int MOST_CHANGES = 1_000;

    @Uses
    private LotMaster lots;

    @Uses
    private LotCosting costing;

    @Uses
    private CostHistory history;

    @Argument(index = 0, name = "LOT", description = LotArgument.FORM, required = true)
    @Completion(LotCompleter.class)
    private String lot;

    @Override
    protected void ofBooks() {
        LotKey key = LotArgument.find(lots, lot).key();
        LotCost cost =
                costing.costOf(key).orElseThrow(() -> new IllegalArgumentException("lot " + key + " never had a cost"));
        List<CostSource> sources = costing.sourcesOf(key);
        CostMethod method = history.methods(Optional.of(key.item()), 0, MOST_CHANGES).stream()
                .reduce((older, newer) -> newer)
                .map(ItemMethod::method)
                .orElse(CostMethod.LOT_ACTUAL);
        print(
                new Costed(cost, method, sources),
                CostTable.of("Left of the lot", List.of(cost)),
                Table.details("Valued by", method).column("Method", CostMethod::code),
                Table.of("Where its cost came from", SourceLine.flatten(sources))
                        .column("From", SourceLine::origin)
                        .column("Document", line -> line.source().document())
                        .number("Quantity", line -> line.source().quantity())
                        .number("Value", line -> line.source().value())
                        .column("Event", line -> line.source().event()));
    }

    /**
     * A lot's cost for scripts.
     *
     * @param cost what is left and its value
     * @param method how its item is valued
     * @param sources the tree of its sources
     */
    private record Costed(LotCost cost, CostMethod method, List<CostSource> sources) {}
}
