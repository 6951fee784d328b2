package org.lottrace.allocation.fefo.internal;

import java.time.Instant;
import java.time.LocalDate;
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
import org.lottrace.api.allocation.store.LotQuestions;
import org.lottrace.api.allocation.store.MeasuredTemperatures;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
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

    /** @return what all of this, and who judges the lots, asks of them */
    static LotQuestions questions(Collection<Lot> lots, OrderTerms terms, Optional<PartyId> customer) {
        return new LotQuestions(
                askedWhenReceived(lots, terms),
                keys(lots, lot -> {
                    AllocationTerms ofItem = terms.of(lot.key().item());
                    return ofItem.demands().asksAttributes() || Agreement.isToBeRead(ofItem);
                }),
                askedTemperatures(lots, terms),
                customer,
                laterThan(lots, terms));
    }

    /** @return items of which a customer gets nothing older than before, each with the day on which the first of the lots expires */
    static Map<ItemNumber, LocalDate> laterThan(Collection<Lot> lots, OrderTerms terms) {
        Map<ItemNumber, LocalDate> earliest = new HashMap<>();
        for (Lot lot : lots) {
            ItemNumber item = lot.key().item();
            if (terms.of(item).neverOlder()) {
                lot.expiry()
                        .ifPresent(day -> earliest.merge(item, day, (one, other) -> one.isBefore(other) ? one : other));
            }
        }
        return earliest;
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
        Set<LotKey> asked = askedWhenReceived(lots, terms);
        return asked.isEmpty() ? Map.of() : ages.firstSeen(asked);
    }

    private static Set<LotKey> askedWhenReceived(Collection<Lot> lots, OrderTerms terms) {
        return keys(lots, lot -> {
            AllocationTerms ofItem = terms.of(lot.key().item());
            return isByReceipt(lot, ofItem.rotation()) || ofItem.demands().asksWhenReceived();
        });
    }

    private Map<LotKey, MeasuredTemperatures> measured(Collection<Lot> lots, OrderTerms terms) {
        Set<LotKey> asked = askedTemperatures(lots, terms);
        return asked.isEmpty() ? Map.of() : ages.temperatures(asked);
    }

    private static Set<LotKey> askedTemperatures(Collection<Lot> lots, OrderTerms terms) {
        return keys(lots, lot -> terms.of(lot.key().item()).demands().asksTemperatures());
    }

    private static Set<LotKey> keys(Collection<Lot> lots, Predicate<Lot> asked) {
        return lots.stream().filter(asked).map(Lot::key).collect(Collectors.toSet());
    }

    private static boolean isByReceipt(Lot lot, Rotation rotation) {
        return rotation.isByReceipt()
                || rotation == Rotation.FEFO && lot.expiry().isEmpty();
    }
}
