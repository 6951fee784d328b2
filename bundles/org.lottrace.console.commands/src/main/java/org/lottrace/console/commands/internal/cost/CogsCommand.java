package org.lottrace.console.commands.internal.cost;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.cost.CogsLine;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.cost.ShipmentCogs;
import org.lottrace.console.commands.internal.BooksCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "cost",
        name = "cogs",
        description = "Shows the cost of goods sold of a shipment, by order line and lot")
public final class CogsCommand extends BooksCommand {
    @Uses
    private LotCosting costing;

    @Argument(index = 0, name = "SHIPMENT", description = "Number of the shipment", required = true)
    private String shipment;

    @Override
    protected void ofBooks() {
        ShipmentCogs cogs = costing.cogs(shipment)
                .orElseThrow(() -> new IllegalArgumentException("no shipment has the number " + shipment));
        print(
                cogs,
                Table.of("Cost of goods sold of shipment " + shipment, cogs.lines())
                        .column("Order line", CogsLine::orderLine)
                        .column("Lot", CogsLine::lot)
                        .number("Quantity", CogsLine::quantity)
                        .number("Cost", CogsLine::amount),
                Table.details("Total", cogs).column("Cost of goods sold", ShipmentCogs::total));
    }
}
