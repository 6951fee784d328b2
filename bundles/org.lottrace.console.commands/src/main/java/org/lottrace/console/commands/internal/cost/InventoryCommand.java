package org.lottrace.console.commands.internal.cost;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.joda.money.Money;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "cost",
        name = "inventory",
        description = "Lists all lots that have a quantity or a value left, and their total value")
public final class InventoryCommand extends LotTraceCommand {
    @Reference(optional = true)
    private LotCosting costing;

    @Override
    protected void run() {
        List<LotCost> lots = costing.inventory();
        Inventory inventory =
                new Inventory(lots, lots.stream().map(LotCost::value).reduce(Money::plus));
        print(
                inventory,
                CostTable.of("Inventory", lots),
                Table.details("Total", inventory).column("Inventory and work in process", Inventory::total));
    }

    /**
     * The inventory for scripts.
     *
     * @param lots each lot
     * @param total value of all; absent when there is no lot
     */
    private record Inventory(List<LotCost> lots, Optional<Money> total) {}
}
