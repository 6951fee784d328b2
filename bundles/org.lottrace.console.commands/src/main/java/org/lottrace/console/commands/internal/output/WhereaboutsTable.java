package org.lottrace.console.commands.internal.output;

import java.util.List;
import org.lottrace.api.genealogy.Whereabouts;

/** The columns in which it is shown everywhere where goods are now. */
public final class WhereaboutsTable {
    private WhereaboutsTable() {}

    /** @return one line for each quantity */
    public static Table<Whereabouts> of(String title, List<Whereabouts> goods) {
        return Table.of(title, goods)
                .column("Lot", Whereabouts::lot)
                .column("State", Whereabouts::state)
                .column("Where", where -> where.position().place())
                .column("SSCC", where -> where.position().container())
                .number("Quantity", Whereabouts::quantity)
                .column("Documents", Whereabouts::documents)
                .column("Due", Whereabouts::due);
    }
}
