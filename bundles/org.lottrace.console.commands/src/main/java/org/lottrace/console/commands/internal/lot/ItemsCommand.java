package org.lottrace.console.commands.internal.lot;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.master.MasterKind;
import org.lottrace.api.master.MasterReference;
import org.lottrace.api.master.Masters;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "lot", name = "items", description = "Lists the items that are tracked by lot, without closed ones")
public final class ItemsCommand extends LotTraceCommand {
    @Uses
    private ItemCatalog items;

    @Uses
    private Masters masters;

    @Option(name = "--closed", description = "List closed ones, too. Default: open ones only")
    private boolean closed;

    @Override
    protected void run() {
        List<Item> all = MasterSteps.open(
                items.all(), closed, MasterKind.ITEM, item -> MasterReference.of(item.number()), masters);
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
