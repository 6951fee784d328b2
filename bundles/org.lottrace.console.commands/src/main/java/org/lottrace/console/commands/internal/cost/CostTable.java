package org.lottrace.console.commands.internal.cost;

import java.util.List;
import org.lottrace.api.cost.LotCost;
import org.lottrace.console.commands.internal.output.Table;

/** The columns in which the value of lots is shown. */
final class CostTable {
    private CostTable() {}

    static Table<LotCost> of(String title, List<LotCost> costs) {
        return Table.of(title, costs)
                .column("Lot", LotCost::lot)
                .number("On stock", cost -> cost.onStock().quantity())
                .number("Value", cost -> cost.onStock().value())
                .number("In process", cost -> cost.inProcess().quantity())
                .number("Value in process", cost -> cost.inProcess().value())
                .number("Total value", LotCost::value);
    }
}
