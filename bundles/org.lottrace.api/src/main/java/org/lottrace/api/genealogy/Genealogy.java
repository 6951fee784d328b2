package org.lottrace.api.genealogy;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.Operation;
import org.osgi.annotation.versioning.ProviderType;

/** Which lots became part of which. */
@ProviderType
public interface Genealogy {
    /** The steps of so many events are listed at once at most. */
    int LONGEST_PAGE = 1_000;

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
     * Says where lots are, or were: in stock, in production, in transit between own sites, on the road to a consignee, with a
     * party, or announced by a supplier. Inside a unit of work it sees what that has appended.
     *
     * <p>The past is replayed from the ledger. Announcements are no events, so only an answer of now has them. Whether goods were
     * still on the road is judged by the order as it is now, on the day of the moment that was asked for.
     *
     * @param lots which; one that is not registered can be announced
     * @param asOf which events count
     * @return by lot and position
     */
    @Operation(name = "trace.whereabouts")
    List<Whereabouts> whereabouts(Collection<LotKey> lots, AsOf asOf);

    /** @return as {@link #whereabouts(Collection, AsOf)}, now */
    default List<Whereabouts> whereabouts(Collection<LotKey> lots) {
        return whereabouts(lots, AsOf.LATEST);
    }

    /**
     * Follows one lot from its origin to its consignees: everything that moved it; backward, how each ingredient came and
     * went into it, but not what else became of that; forward, everything that moved what was made of it.
     *
     * @param lot one that is unknown gives an empty chain
     * @param asOf which events count; of the past as {@link #whereabouts(Collection, AsOf)} says
     */
    @Operation(name = "trace.custody")
    ChainOfCustody custody(LotKey lot, AsOf asOf);

    /** @return as {@link #custody(LotKey, AsOf)}, now */
    default ChainOfCustody custody(LotKey lot) {
        return custody(lot, AsOf.LATEST);
    }

    /**
     * Lists what moved one lot, and nothing else, the event recorded last first: what {@link #custody(LotKey, AsOf)} says of the lot
     * itself, a page at a time.
     *
     * @param lot one that is unknown has no steps
     * @param asOf which events count
     * @param before goes on behind the event at that ledger position; empty to begin with the newest
     * @param limit the steps of how many events at most, 1 to {@value #LONGEST_PAGE}; an event is never cut
     * @throws IllegalArgumentException if the limit is another number
     */
    @Operation(name = "trace.list-steps")
    List<CustodyStep> steps(LotKey lot, AsOf asOf, Optional<Long> before, int limit);

    /**
     * Follows what was on a pallet or in a case from its origin to the consignee: as {@link #custody(LotKey, AsOf)} for the lots
     * in it, but without what was shipped in other logistic units, and without what was made of them.
     *
     * @param container one that was received, shipped, returned, is in stock or announced; any other gives an empty chain
     * @param asOf which events count
     */
    @Operation(name = "trace.custody-of-unit")
    ChainOfCustody custody(Sscc container, AsOf asOf);

    /** @return as {@link #custody(Sscc, AsOf)}, now */
    default ChainOfCustody custody(Sscc container) {
        return custody(container, AsOf.LATEST);
    }
}
