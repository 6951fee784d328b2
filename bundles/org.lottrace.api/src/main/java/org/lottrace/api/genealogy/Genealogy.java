package org.lottrace.api.genealogy;

import org.lottrace.api.lot.LotKey;
import org.osgi.annotation.versioning.ProviderType;

/** Which lots became part of which. */
@ProviderType
public interface Genealogy {
    /**
     * Follows the stored edges. Safe with loops (rework); the answer does not depend on the order in which events were
     * stored. Reads one consistent state of the ledger and changes nothing.
     *
     * @param lot where to begin; a lot that is unknown gives a trace with only itself
     * @param direction which way
     */
    Trace trace(LotKey lot, Direction direction);
}
