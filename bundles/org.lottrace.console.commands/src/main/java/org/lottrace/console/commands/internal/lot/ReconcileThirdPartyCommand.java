package org.lottrace.console.commands.internal.lot;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.text.TextForms;
import org.lottrace.api.thirdparty.StockComparison;
import org.lottrace.api.thirdparty.StockDocumentKind;
import org.lottrace.api.thirdparty.ThirdPartyWarehouses;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.SiteCompleter;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "lot",
        name = "reconcile-third-party",
        description = "Holds transfers, shipping orders or inventories of a third-party warehouse against what it says")
public final class ReconcileThirdPartyCommand extends LotTraceCommand {
    @Uses
    private ThirdPartyWarehouses warehouses;

    @Option(
            name = "--after",
            description = "Begin behind the document at this position, the last one of the page before")
    private String after;

    @Argument(index = 0, name = "SITE", description = "The warehouse", required = true)
    @Completion(SiteCompleter.class)
    private String site;

    @Argument(index = 1, name = "KIND", description = "TRANSFER_SHIPMENT, SHIPPING_ORDER or INVENTORY", required = true)
    private String kind;

    @Override
    protected void run() {
        List<StockComparison> found = warehouses.reconcile(
                TextForms.read(SiteId.class, site),
                TextForms.read(StockDocumentKind.class, kind),
                Optional.ofNullable(after).map(Long::valueOf),
                Math.min(limit(), ThirdPartyWarehouses.MOST_ROWS));
        List<Row> rows = found.stream().flatMap(Row::of).toList();
        print(
                found,
                Table.of("Documents", rows)
                        .number("Position", row -> row.comparison.document().position())
                        .column(
                                "Number",
                                row -> row.comparison.document().document().number())
                        .column(
                                "Time",
                                row -> row.comparison.document().document().at())
                        .column("State", row -> row.comparison.state())
                        .column("Answers", row -> row.comparison.answers())
                        .column("Item", row -> row.goods.map(StockComparison.Row::item))
                        .column("Lot", row -> row.goods.flatMap(StockComparison.Row::lot))
                        .number("Expected", row -> row.goods.map(StockComparison.Row::expected))
                        .number("Stated", row -> row.goods.map(StockComparison.Row::stated))
                        .number("Damaged", row -> row.goods.map(StockComparison.Row::damaged))
                        .number("Difference", row -> row.goods.map(StockComparison.Row::difference)));
    }

    /** A document about which nothing can be compared has a row as well. */
    private record Row(StockComparison comparison, Optional<StockComparison.Row> goods) {
        static Stream<Row> of(StockComparison comparison) {
            return comparison.rows().isEmpty()
                    ? Stream.of(new Row(comparison, Optional.empty()))
                    : comparison.rows().stream().map(goods -> new Row(comparison, Optional.of(goods)));
        }
    }
}
