package org.lottrace.api.event.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.InForce;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.genealogy.CustodyStep;
import org.lottrace.api.lot.LotKey;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The steps of lots, without the rest of their events. Each answer has those of events that are in force at a ledger position
 * ({@link InForce}), in ledger order where nothing else is said.
 */
@ProviderType
public interface CustodyStore {
    /** @return every step of one of the lots up to that position */
    List<CustodyStep> steps(Collection<LotKey> lots, long upTo);

    /**
     * @return the steps of one of the lots into a place that holds stock, other than a {@link PlaceKind#PRODUCTION_ORDER}: of an
     *     ingredient of everything they are few
     */
    List<CustodyStep> stepsOutsideProduction(Collection<LotKey> lots, long upTo);

    /** @return the steps of one of the lots into one of the places */
    List<CustodyStep> stepsTo(Collection<Place> places, Collection<LotKey> lots, long upTo);

    /** @return the steps, of whichever lot, in the events at those positions */
    List<CustodyStep> stepsAt(Collection<Long> positions, long upTo);

    /**
     * @param before a ledger position; only events before it
     * @param upTo which events are in force, as for the others
     * @param happenedBy only events that happened by then
     * @return the steps of the lot in the newest {@code events} of these, the newest event first
     */
    List<CustodyStep> newestSteps(LotKey lot, long before, long upTo, Optional<Instant> happenedBy, int events);
}
