package org.lottrace.console.commands.internal.lot;

import java.util.List;
import java.util.stream.Collectors;
import org.lottrace.api.quality.Hold;
import org.lottrace.api.quality.LotDisposition;
import org.lottrace.console.commands.internal.output.Table;

/** Holds, for people. */
final class HoldTable {
    private HoldTable() {}

    static Table<Hold> of(List<Hold> holds) {
        return Table.of("Holds", holds)
                .column("Reason", Hold::reason)
                .column("Since", Hold::since)
                .column("By", Hold::by)
                .column("At", Hold::at)
                .column("Event", Hold::event);
    }

    /** @return all holds of a lot in one cell */
    static String inWords(LotDisposition lot) {
        return lot.holds().stream()
                .map(hold -> hold.reason() + hold.at().map(at -> " at " + at).orElse("") + " (" + hold.event() + ")")
                .collect(Collectors.joining("; "));
    }
}
