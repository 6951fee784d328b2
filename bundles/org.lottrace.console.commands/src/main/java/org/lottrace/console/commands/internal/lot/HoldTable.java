package org.lottrace.console.commands.internal.lot;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.quality.Hold;
import org.lottrace.api.quality.LotDisposition;
import org.lottrace.console.commands.internal.output.SiteTime;
import org.lottrace.console.commands.internal.output.Table;

/** Holds, for people. */
final class HoldTable {
    private HoldTable() {}

    /** @param site of the lot; that of a hold on a part of it is where the part is */
    static Table<Hold> of(List<Hold> holds, Optional<SiteId> site) {
        return Table.of("Holds", holds)
                .column("Reason", Hold::reason)
                .column("Since", hold -> since(hold, site))
                .column("By", Hold::by)
                .column("At", Hold::at)
                .column("Event", Hold::event);
    }

    private static SiteTime since(Hold hold, Optional<SiteId> site) {
        return new SiteTime(
                hold.since(),
                hold.at().flatMap(at -> SiteTime.siteOf(at.place())).or(() -> site));
    }

    /** @return all holds of a lot in one cell */
    static String inWords(LotDisposition lot) {
        return lot.holds().stream()
                .map(hold -> hold.reason() + hold.at().map(at -> " at " + at).orElse("") + " (" + hold.event() + ")")
                .collect(Collectors.joining("; "));
    }
}
