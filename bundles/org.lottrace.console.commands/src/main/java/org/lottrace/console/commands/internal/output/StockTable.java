package org.lottrace.console.commands.internal.output;

import java.util.List;
import org.lottrace.api.event.StockBalance;

/** The columns in which stock is shown everywhere. */
public final class StockTable {
    private StockTable() {}

    /** @return one line for each balance */
    public static Table<StockBalance> of(String title, List<StockBalance> balances) {
        return Table.of(title, balances)
                .column("Lot", StockBalance::lot)
                .column("Where", balance -> balance.position().place())
                .column("SSCC", balance -> balance.position().container())
                .number("Quantity", StockBalance::quantity);
    }
}
