package org.lottrace.api.rootcause;

import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.operation.Operation;
import org.osgi.annotation.versioning.ProviderType;

/** What lots with complaints have in common, and lots without complaints have not. */
@ProviderType
public interface RootCause {
    /**
     * Ranks whatever the complaint lots were exposed to: the lots in them on all levels, suppliers, deliveries,
     * production orders, lines, shifts, days, storage places, logistic units and conditions. A lot is exposed through its
     * ingredients only to what happened to them before they went into it, and to nothing that happened after it was
     * shipped for the last time.
     *
     * <p>The statistic is Fisher's exact test, one-sided, on the table exposed or not, complaint or not: the chance that
     * so many complaints or more would be among the exposed lots if exposure meant nothing. It is corrected for the number
     * of things that were looked at by Holm's method.
     *
     * <p>Sees one state of the ledger and changes nothing.
     *
     * @param question the lots to compare
     * @param asOf which events count. Which lots there are, their dates and the numbering of sites are as they are now
     */
    @Operation(name = "root-cause.explain")
    RootCauseReport explain(RootCauseQuestion question, AsOf asOf);

    /** @return what {@link #explain(RootCauseQuestion, AsOf)} says with all that is recorded now */
    default RootCauseReport explain(RootCauseQuestion question) {
        return explain(question, AsOf.LATEST);
    }
}
