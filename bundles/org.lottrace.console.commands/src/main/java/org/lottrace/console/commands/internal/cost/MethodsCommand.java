package org.lottrace.console.commands.internal.cost;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.cost.CostHistory;
import org.lottrace.api.cost.ItemMethod;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.console.commands.internal.BooksCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.input.WholeNumber;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "cost",
        name = "methods",
        description = "Lists what was said about how items are valued; the last of an item is in force")
public final class MethodsCommand extends BooksCommand {
    private static final int MOST = 2_000;

    @Uses
    private CostHistory history;

    @Argument(index = 0, name = "ITEM", description = "Only of this item. Default: of all")
    private String item;

    @Option(name = "--after", description = "Begin behind this position of the ledger, the last one of the page before")
    private String after;

    @Override
    protected void ofBooks() {
        List<ItemMethod> changes = history.methods(
                Optional.ofNullable(item).map(ItemNumber::new),
                Optional.ofNullable(after).map(WholeNumber::parse).orElse(0L),
                Math.min(limit(), MOST));
        print(
                changes,
                Table.of("Methods", changes)
                        .number("Position", ItemMethod::position)
                        .column("Item", ItemMethod::item)
                        .column("Method", ItemMethod::method)
                        .column("Standard", ItemMethod::standard)
                        .column("From", ItemMethod::from)
                        .column("Reason", ItemMethod::reason)
                        .column("By", ItemMethod::by));
    }
}
