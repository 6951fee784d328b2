package org.lottrace.allocation.fefo.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.violation.Violation;

/**
 * Which offers go together where a rule wants the lots of a line to agree in an attribute. Those are taken that give the line most, and of
 * as much those whose first lot comes first. What the line has already decides it; when that does not agree itself, only more of the
 * same lots may come.
 */
final class AgreeingOffers {
    private final AllocationTerms terms;
    private final List<Offer> usable;
    private final Set<LotKey> already;
    private final Set<String> bound;

    /**
     * @param all in order of preference
     * @param usable those of them that may be taken
     * @param already of which lots the line has something
     */
    AgreeingOffers(AllocationTerms terms, Collection<Offer> all, List<Offer> usable, Set<LotKey> already) {
        this.terms = terms;
        this.usable = usable;
        this.already = already;
        this.bound = all.stream()
                .filter(offer -> already.contains(offer.lot().key()))
                .flatMap(offer -> offer.said().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** @param gives how much the line gets of some of them */
    List<Offer> best(Function<List<Offer>, Quantity> gives) {
        if (terms.sameAttribute().isEmpty()) {
            return usable;
        }
        if (bound.size() > 1) {
            return usable.stream()
                    .filter(offer -> already.contains(offer.lot().key()))
                    .toList();
        }
        Map<String, List<Offer>> agreeing = new LinkedHashMap<>(usable.stream()
                .filter(offer -> bound.isEmpty() || bound.contains(said(offer)))
                .collect(Collectors.groupingBy(AgreeingOffers::said, LinkedHashMap::new, Collectors.toList())));
        if (agreeing.size() == 1) {
            return agreeing.values().iterator().next();
        }
        List<Offer> best = List.of();
        Optional<Quantity> most = Optional.empty();
        for (List<Offer> some : agreeing.values()) {
            Quantity part = gives.apply(some);
            if (most.filter(known -> known.compareTo(part) >= 0).isEmpty()) {
                most = Optional.of(part);
                best = some;
            }
        }
        return best;
    }

    /** @return why an offer is none of those that were taken together */
    Violation against(Offer offer, List<Offer> together) {
        Agreement agreement = new Agreement(terms);
        LotKey lot = offer.lot().key();
        return bound.isEmpty()
                ? agreement.passedOver(lot, said(offer), said(together.get(0)))
                : agreement.disagrees(lot, said(offer), bound);
    }

    private static String said(Offer offer) {
        return offer.said().orElseThrow();
    }
}
