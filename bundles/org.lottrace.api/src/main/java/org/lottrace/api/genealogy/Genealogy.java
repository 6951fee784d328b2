package org.lottrace.api.genealogy;

import java.util.Collection;
import java.util.List;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.Operation;
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
    @Operation(name = "trace.trace")
    Trace trace(TraceRequest request);

    /**
     * Says where lots are now: in stock, in production, in transit between own sites, on the road to a consignee, with a
     * party, or announced by a supplier. Inside a unit of work it sees what that has appended.
     *
     * @param lots which; one that is not registered can be announced
     * @return by lot and position
     */
    @Operation(name = "trace.whereabouts")
    List<Whereabouts> whereabouts(Collection<LotKey> lots);

    /**
     * Follows one lot from its origin to its consignees: everything that moved it; backward, how each ingredient came and
     * went into it, but not what else became of that; forward, everything that moved what was made of it.
     *
     * @param lot one that is unknown gives an empty chain
     */
    @Operation(name = "trace.custody")
    ChainOfCustody custody(LotKey lot);

    /**
     * Follows what was on a pallet or in a case from its origin to the consignee: as {@link #custody(LotKey)} for the lots
     * in it, but without what was shipped in other logistic units, and without what was made of them.
     *
     * @param container one that was received, shipped, returned, is in stock or announced; any other gives an empty chain
     */
    @Operation(name = "trace.custody-of-unit")
    ChainOfCustody custody(Sscc container);
}
