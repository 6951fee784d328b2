package org.lottrace.console.commands.internal.cost;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.joda.money.Money;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.BooksCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "cost",
        name = "inventory",
        description = "Lists the lots that have a quantity or a value left, and the value of all of them")
public final class InventoryCommand extends BooksCommand {
    @Uses
    private LotCosting costing;

    @Option(name = "--after", description = "Begin behind this lot, the last one of the page before")
    private String after;

    @Override
    protected void ofBooks() {
        Optional<LotKey> last = Optional.ofNullable(after).map(text -> TextForms.read(LotKey.class, text));
        Inventory inventory = new Inventory(costing.inventory(last, limit()), costing.inventoryValue());
        print(
                inventory,
                CostTable.of("Inventory", inventory.lots()),
                Table.details("Total", inventory).column("Inventory and work in process", Inventory::total));
    }

    /**
     * The inventory for scripts.
     *
     * @param lots each lot of the page
     * @param total value of all; absent when there is no lot
     */
    private record Inventory(List<LotCost> lots, Optional<Money> total) {}
}
