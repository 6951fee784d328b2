package org.lottrace.console.commands.internal.cost;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.cost.CostHistory;
import org.lottrace.api.cost.MethodComparison;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.BooksCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "cost",
        name = "compare-methods",
        description =
                "Compares what the issues of some days cost by lot actual, first in first out and weighted average, by item")
public final class CompareMethodsCommand extends BooksCommand {
    private static final int MOST = 1_000;

    @Uses
    private CostHistory history;

    @Option(name = "--from", description = "First accounting date that counts, 2026-03-01", required = true)
    private String from;

    @Option(
            name = "--to",
            description = "Last accounting date that counts, at most 371 days altogether",
            required = true)
    private String to;

    @Option(name = "--after", description = "Begin behind this item, the last one of the page before")
    private String after;

    @Override
    protected void ofBooks() {
        List<MethodComparison> items = history.compareMethods(
                TextForms.read(LocalDate.class, from),
                TextForms.read(LocalDate.class, to),
                Optional.ofNullable(after).map(ItemNumber::new),
                Math.min(limit(), MOST));
        print(
                items,
                Table.of("Cost of goods sold, and what is left, by method", items)
                        .column("Item", MethodComparison::item)
                        .number("Sold", MethodComparison::sold)
                        .number("Books", item -> item.booked().costOfGoodsSold())
                        .number("Lot actual", item -> item.lotActual().costOfGoodsSold())
                        .number("FIFO", item -> item.fifo().costOfGoodsSold())
                        .number("Average", item -> item.weightedAverage().costOfGoodsSold())
                        .number("Left", MethodComparison::closing)
                        .number("Books", item -> item.booked().closing())
                        .number("Lot actual", item -> item.lotActual().closing())
                        .number("FIFO", item -> item.fifo().closing())
                        .number("Average", item -> item.weightedAverage().closing()));
    }
}
