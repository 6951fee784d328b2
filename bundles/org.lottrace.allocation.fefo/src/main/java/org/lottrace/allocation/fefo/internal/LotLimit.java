package org.lottrace.allocation.fefo.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * Which lots a line takes when it may not take any number of them. With a limit it gets the most that so many lots can give, and
 * of the sets of lots that give it the one whose lots come first. Lots that the line has already count, and giving more of them costs nothing.
 */
final class LotLimit {
    private final AllocationTerms terms;
    private final Quantity needed;
    private final Set<LotKey> already;

    /** In order of preference, with what each lot can give at all its positions. */
    private final Map<LotKey, Quantity> lots = new LinkedHashMap<>();

    private final Map<LotKey, Offer> first = new LinkedHashMap<>();

    /** @param usable in order of preference, each with what can be taken of it */
    LotLimit(AllocationTerms terms, Quantity needed, List<Offer> usable, Set<LotKey> already) {
        this.terms = terms;
        this.needed = needed;
        this.already = already;
        for (Offer offer : usable) {
            lots.merge(offer.lot().key(), offer.available(), Quantity::plus);
            first.putIfAbsent(offer.lot().key(), offer);
        }
    }

    /** @return the lots that may be taken */
    Set<LotKey> allowed() {
        return terms.singleLotWithinDays()
                .flatMap(days -> lots.keySet().stream()
                        .filter(lot -> (room() > 0 || already.contains(lot))
                                && lots.get(lot).compareTo(needed) >= 0
                                && isWithin(days, lot))
                        .findFirst())
                .map(Set::of)
                .orElseGet(this::limited);
    }

    private boolean isWithin(int days, LotKey lot) {
        Offer earliest = first.values().iterator().next();
        Offer offer = first.get(lot);
        return days > 0
                ? RotationOrder.daysBetween(terms.rotation(), earliest, offer) <= days
                : RotationOrder.byDays(terms.rotation()).compare(earliest, offer) == 0;
    }

    /** How many lots may come to those that the line has. */
    private int room() {
        return terms.maximumLots()
                .map(most -> Math.max(0, most - already.size()))
                .orElse(Integer.MAX_VALUE);
    }

    private Set<LotKey> limited() {
        List<LotKey> inOrder =
                lots.keySet().stream().filter(lot -> !already.contains(lot)).toList();
        int most = room();
        if (most >= inOrder.size()) {
            return lots.keySet();
        }
        Set<LotKey> chosen = new HashSet<>();
        Quantity sum = lots.keySet().stream()
                .filter(already::contains)
                .map(lots::get)
                .reduce(Quantity.zero(needed.unit()), Quantity::plus);
        Quantity best = largest(inOrder.stream().map(lots::get).toList(), most)
                .plus(sum)
                .min(needed);
        for (int i = 0; i < inOrder.size() && chosen.size() < most; i++) {
            Quantity with = sum.plus(lots.get(inOrder.get(i)));
            List<Quantity> later = inOrder.subList(i + 1, inOrder.size()).stream()
                    .map(lots::get)
                    .toList();
            if (with.plus(largest(later, most - chosen.size() - 1)).compareTo(best) >= 0) {
                chosen.add(inOrder.get(i));
                sum = with;
            }
        }
        lots.keySet().stream().filter(already::contains).forEach(chosen::add);
        return chosen;
    }

    private Quantity largest(Collection<Quantity> some, int count) {
        return some.stream()
                .sorted(Comparator.reverseOrder())
                .limit(count)
                .reduce(Quantity.zero(needed.unit()), Quantity::plus);
    }
}
