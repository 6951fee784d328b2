package org.lottrace.api.allocation.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.osgi.annotation.versioning.ProviderType;

/** What the ledger says about lots that only some rules of allocation ask for; how long it is changes no answer's price. */
@ProviderType
public interface LotAgeStore {
    /** @return when the company first had each of the lots, by lot; those that no event in force names are missing */
    Map<LotKey, Instant> firstSeen(Collection<LotKey> lots);

    /**
     * @param laterThan items, each with a day: only lots that expire after it count, so that those which are long gone are not looked at
     * @param until only what had left by that moment counts; absent: everything
     * @return the latest expiry among the lots that were ever shipped to the customer, by item; without the items of which it got
     *     nothing that expires after that day
     */
    Map<ItemNumber, LocalDate> latestExpiryShipped(
            PartyId customer, Map<ItemNumber, LocalDate> laterThan, Optional<Instant> until);

    /** @return what is known of each lot now, by lot: what its newest change says; those of which nothing was said are missing */
    Map<LotKey, List<KeyDatum>> attributes(Collection<LotKey> lots);

    /**
     * @return what was measured at the goods of each lot (the elements {@code temperature}, {@code lowestTemperature} and {@code
     *     highestTemperature} of its lines, and of events that name it) in all events in force; lots of which nothing was measured are missing
     */
    Map<LotKey, MeasuredTemperatures> temperatures(Collection<LotKey> lots);

    /**
     * Says what will be asked under the locks that are held now, so that it is read in one trip to the database: with the next reservations of an
     * order and of lots ({@link ReservationStore#ofOrderOrLots}), or with the first question here. It is forgotten with the next lock.
     *
     * @return this
     */
    LotAgeStore ahead(LotQuestions questions);
}
