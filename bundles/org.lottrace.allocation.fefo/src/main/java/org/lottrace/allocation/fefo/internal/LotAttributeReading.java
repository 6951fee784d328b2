package org.lottrace.allocation.fefo.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.allocation.store.LotAgeStore;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;

/** What lots say in the attributes that rules ask for: read once, and only where a rule wants it. */
final class LotAttributeReading {
    private final LotAgeStore ages;
    private final Collection<Lot> together;
    private final Map<LotKey, List<KeyDatum>> known = new HashMap<>();
    private final Set<LotKey> asked = new HashSet<>();

    LotAttributeReading(LotAgeStore ages) {
        this(ages, List.of());
    }

    /** @param together lots that are read together with the first that is asked for */
    LotAttributeReading(LotAgeStore ages, Collection<Lot> together) {
        this.ages = ages;
        this.together = List.copyOf(together);
    }

    /** @return what each says; without those of items for which no rule wants it */
    Map<LotKey, String> said(Collection<Lot> lots, OrderTerms terms) {
        Map<LotKey, String> said = new HashMap<>();
        Map<ItemNumber, List<Lot>> byItem = lots.stream()
                .filter(lot -> terms.of(lot.key().item()).sameAttribute().isPresent())
                .collect(Collectors.groupingBy(lot -> lot.key().item()));
        read(byItem.entrySet().stream()
                .filter(ofItem -> Agreement.isToBeRead(terms.of(ofItem.getKey())))
                .flatMap(ofItem -> ofItem.getValue().stream())
                .map(Lot::key)
                .toList());
        byItem.forEach((item, ofItem) -> said.putAll(new Agreement(terms.of(item)).said(ofItem, known)));
        return said;
    }

    /** @return what is known of each lot of which a rule demands something; without the others */
    Map<LotKey, List<KeyDatum>> demanded(Collection<Lot> lots, OrderTerms terms) {
        List<LotKey> wanted = lots.stream()
                .map(Lot::key)
                .filter(lot -> terms.of(lot.item()).demands().asksAttributes())
                .toList();
        read(wanted);
        return wanted.stream()
                .filter(known::containsKey)
                .collect(Collectors.toMap(lot -> lot, known::get, (one, same) -> one));
    }

    private void read(Collection<LotKey> wanted) {
        if (!asked.containsAll(wanted)) {
            Set<LotKey> some = new HashSet<>(wanted);
            together.forEach(lot -> some.add(lot.key()));
            some.removeAll(asked);
            asked.addAll(some);
            known.putAll(ages.attributes(some));
        }
    }
}
