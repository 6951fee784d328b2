package org.lottrace.allocation.fefo.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.allocation.Candidate;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.violation.Violation;

/**
 * The choice itself, without a store: which offers serve a line, and why the others do not.
 *
 * <p>Taking from the earliest expiry on and splitting over lots gives a line the most it can have. It also leaves the
 * most to the lines after it: what suits one lot suits every fresher one, and the fresher ones are what is left.
 */
final class FirstExpiredFirstOut {
    /** Which lot goes first: earlier expiry, then earlier production; without a date last; then the key. */
    static final Comparator<Lot> LOTS = Comparator.comparing((Lot lot) -> orLast(lot.expiry()))
            .thenComparing(lot -> orLast(lot.productionDate()))
            .thenComparing(Lot::key);

    private static final Comparator<Offer> OFFERS = Comparator.comparing(
                    (Offer offer) -> orLast(offer.lot().expiry()))
            .thenComparing(offer -> orLast(offer.lot().productionDate()))
            .thenComparing(Offer::available)
            .thenComparing(offer -> offer.lot().key())
            .thenComparing(Offer::position);

    private FirstExpiredFirstOut() {}

    /**
     * @param needed in the base unit
     * @param offers in any order; the answer does not depend on it
     * @return every offer in order of preference, with what is taken of it: never more than is available, and never more
     *     than is needed in all
     */
    static List<Candidate> choose(Quantity needed, Collection<Offer> offers) {
        List<Candidate> candidates = new ArrayList<>(offers.size());
        Quantity missing = needed;
        for (Offer offer : offers.stream().sorted(OFFERS).toList()) {
            List<Violation> reasons = reasonsAgainst(offer);
            Quantity taken = reasons.isEmpty() ? missing.min(offer.available()) : Quantity.zero(needed.unit());
            missing = missing.minus(taken);
            candidates.add(new Candidate(
                    offer.lot().key(), offer.position(), offer.lot().expiry(), offer.available(), taken, reasons));
        }
        return candidates;
    }

    private static List<Violation> reasonsAgainst(Offer offer) {
        if (offer.available().isPositive()) {
            return offer.reasons();
        }
        List<Violation> reasons = new ArrayList<>(offer.reasons());
        reasons.add(new Violation(
                "FULLY_RESERVED",
                "position",
                "everything of lot " + offer.lot().key() + " at " + offer.position()
                        + " is reserved; cancel the allocation of another order to free it"));
        return reasons;
    }

    private static LocalDate orLast(Optional<LocalDate> date) {
        return date.orElse(LocalDate.MAX);
    }
}
