package org.lottrace.allocation.fefo.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.allocation.Candidate;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.order.Demand;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.violation.Violation;

/**
 * An order whose items and stock are locked until the end of the unit of work.
 *
 * @param terms what counts for its items
 * @param stock what the site has of them
 * @param shipped what has left for its lines
 * @param before what was reserved for it, in the order in which it was
 */
record LockedOrder(
        Demand order,
        OrderTerms terms,
        SiteStock stock,
        Map<OrderLineReference, Quantity> shipped,
        List<Reservation> before) {
    /** @return everything that the site has of the item, with what is taken of it by the rules */
    List<Candidate> choose(ItemNumber item, Quantity needed) {
        return choose(item, needed, Set.of());
    }

    /**
     * @param others lots of the same line
     * @return that the lot does not agree with them in what a rule names; empty where no rule does
     */
    Optional<Violation> disagreement(LotKey lot, Collection<LotKey> others) {
        AllocationTerms ofItem = terms.of(lot.item());
        Optional<String> says = stock.said(lot);
        Set<String> othersSay = others.stream()
                .flatMap(other -> stock.said(other).stream())
                .filter(other -> !says.equals(Optional.of(other)))
                .collect(Collectors.toSet());
        return says.filter(said -> !othersSay.isEmpty())
                .map(said -> new Agreement(ofItem).disagrees(lot, said, othersSay));
    }

    /** @param already of which lots the line has something */
    List<Candidate> choose(ItemNumber item, Quantity needed, Set<LotKey> already) {
        return new LotChoice(terms.of(item), needed, terms.whole(item), already).of(stock.of(item));
    }
}
