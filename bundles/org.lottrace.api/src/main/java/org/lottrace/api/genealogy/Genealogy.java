package org.lottrace.api.genealogy;

import org.osgi.annotation.versioning.ProviderType;

/** Which lots became part of which. */
@ProviderType
public interface Genealogy {
    /**
     * Follows the stored edges. Safe with loops (rework); the answer does not depend on the order in which events were
     * stored. Shows one consistent state of the ledger, which it names, and changes nothing. Inside a unit of work it
     * sees what that has appended.
     *
     * @param request where to begin, which way, which events count, where to stop and what to show
     * @throws IllegalArgumentException if a suspect quantity is not in the unit of its lot
     */
    Trace trace(TraceRequest request);
}
