package org.lottrace.console.commands.internal.lot;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "lot", name = "items", description = "Lists the items that are tracked by lot")
public final class ItemsCommand extends LotTraceCommand {
    @Uses
    private ItemCatalog items;

    @Override
    protected void run() {
        List<Item> all = items.all();
        print(
                all,
                Table.of("Items", all)
                        .column("Item", Item::number)
                        .column("Description", Item::description)
                        .column("Type", Item::type)
                        .column("GTIN", Item::gtin)
                        .column("Base unit", Item::baseUnit)
                        .column("Pack units", ItemsCommand::packUnits)
                        .number("Shelf life, days", Item::shelfLifeDays)
                        .column("Classes", item -> item.segregation().classes())
                        .column("Not with", item -> item.segregation().notWith()));
    }

    private static List<String> packUnits(Item item) {
        return item.packUnits().stream()
                .map(pack -> "1 " + pack.unit() + " = " + pack.baseUnits().toPlainString() + " " + item.baseUnit())
                .toList();
    }
}
