package org.lottrace.allocation.fefo.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.lottrace.api.allocation.Rotation;
import org.lottrace.api.allocation.store.LotAgeStore;
import org.lottrace.api.allocation.store.MeasuredTemperatures;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.Site;

/** Reads what rules ask of lots: one statement for each kind of fact, and none where no rule asks. */
final class FactsReading {
    private final LotAgeStore ages;
    private final LotAttributeReading attributes;

    FactsReading(LotAgeStore ages, LotAttributeReading attributes) {
        this.ages = ages;
        this.attributes = attributes;
    }

    /** @return for each lot what rules ask of it, days at the site */
    Map<LotKey, LotFacts> of(Collection<Lot> lots, OrderTerms terms, Site site) {
        Map<LotKey, List<KeyDatum>> said = attributes.demanded(lots, terms);
        Map<LotKey, Instant> received = received(lots, terms);
        Map<LotKey, MeasuredTemperatures> measured = measured(lots, terms);
        Map<LotKey, LotFacts> facts = new HashMap<>();
        lots.forEach(lot -> facts.put(
                lot.key(),
                new LotFacts(
                        Optional.ofNullable(received.get(lot.key())).map(site.calendar()::day),
                        said.getOrDefault(lot.key(), List.of()),
                        Optional.ofNullable(measured.get(lot.key())))));
        return facts;
    }

    /** Asked only for what is rotated by it, and what stays for some days. */
    private Map<LotKey, Instant> received(Collection<Lot> lots, OrderTerms terms) {
        Set<LotKey> asked = keys(lots, lot -> {
            AllocationTerms ofItem = terms.of(lot.key().item());
            return isByReceipt(lot, ofItem.rotation()) || ofItem.demands().asksWhenReceived();
        });
        return asked.isEmpty() ? Map.of() : ages.firstSeen(asked);
    }

    private Map<LotKey, MeasuredTemperatures> measured(Collection<Lot> lots, OrderTerms terms) {
        Set<LotKey> asked =
                keys(lots, lot -> terms.of(lot.key().item()).demands().asksTemperatures());
        return asked.isEmpty() ? Map.of() : ages.temperatures(asked);
    }

    private static Set<LotKey> keys(Collection<Lot> lots, Predicate<Lot> asked) {
        return lots.stream().filter(asked).map(Lot::key).collect(Collectors.toSet());
    }

    private static boolean isByReceipt(Lot lot, Rotation rotation) {
        return rotation.isByReceipt()
                || rotation == Rotation.FEFO && lot.expiry().isEmpty();
    }
}
