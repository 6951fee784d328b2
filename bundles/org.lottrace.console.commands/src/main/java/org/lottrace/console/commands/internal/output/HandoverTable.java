package org.lottrace.console.commands.internal.output;

import java.util.List;
import org.lottrace.api.genealogy.Handover;

/** The columns in which receipts, shipments and returns are shown everywhere. */
public final class HandoverTable {
    private HandoverTable() {}

    /** @return one line for each handover */
    public static Table<Handover> of(String title, List<Handover> handovers) {
        return Table.of(title, handovers)
                .column("What", Handover::type)
                .column("When", handover -> SiteTime.of(handover.at(), handover.site()))
                .column("Party", Handover::party)
                .column("Documents", Handover::documents)
                .column("Lot", Handover::lot)
                .number("Quantity", Handover::quantity)
                .column("SSCC", Handover::container);
    }
}
