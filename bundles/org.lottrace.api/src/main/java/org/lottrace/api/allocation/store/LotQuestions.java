package org.lottrace.api.allocation.store;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;

/**
 * What a unit of work will ask a {@link LotAgeStore}.
 *
 * @param firstSeen lots of which it asks when they came
 * @param attributes lots of which it asks what is known
 * @param temperatures lots of which it asks what was measured
 * @param customer of whom it asks what was shipped; absent when it does not ask
 * @param laterThan of which items it asks that, each with the day after which a lot has to expire to count
 */
public record LotQuestions(
        Set<LotKey> firstSeen,
        Set<LotKey> attributes,
        Set<LotKey> temperatures,
        Optional<PartyId> customer,
        Map<ItemNumber, LocalDate> laterThan) {
    public LotQuestions {
        firstSeen = Set.copyOf(firstSeen);
        attributes = Set.copyOf(attributes);
        temperatures = Set.copyOf(temperatures);
        Objects.requireNonNull(customer);
        laterThan = Map.copyOf(laterThan);
    }
}
