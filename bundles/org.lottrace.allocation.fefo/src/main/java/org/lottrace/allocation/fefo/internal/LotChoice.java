package org.lottrace.allocation.fefo.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.allocation.Candidate;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/**
 * The choice itself, without a store: which offers serve a line, and why the others do not.
 *
 * <p>Taking from the earliest expiry on and splitting over lots gives a line the most it can have. It also leaves the
 * most to the lines after it, as long as what suits one lot suits every fresher one: the fresher ones are what is left. Where rules
 * make that untrue, {@link SharedGoods} mends a wave.
 */
final class LotChoice {
    static final String FULLY_RESERVED = "FULLY_RESERVED";

    private static final ViolationPath LOT = ViolationPath.of("lot");

    private final AllocationTerms terms;
    private final Quantity needed;

    /** How many base units a whole one has; zero where any quantity will do. */
    private final BigDecimal whole;
    /** Lots that the line has already; they count among those that it may have. */
    private final Set<LotKey> already;

    LotChoice(AllocationTerms terms, Quantity needed, BigDecimal whole) {
        this(terms, needed, whole, Set.of());
    }

    /**
     * @param needed in the base unit
     * @param whole how many base units of a position are taken together; zero for any quantity
     * @param already of which lots the line has something
     */
    LotChoice(AllocationTerms terms, Quantity needed, BigDecimal whole, Set<LotKey> already) {
        this.terms = terms;
        this.needed = needed;
        this.whole = whole;
        this.already = Set.copyOf(already);
    }

    /**
     * @param offers in any order; the answer does not depend on it
     * @return every offer in order of preference, with what is taken of it: never more than is available, and never more
     *     than is needed in all
     */
    List<Candidate> of(Collection<Offer> offers) {
        List<Offer> inOrder = offers.stream().sorted(RotationOrder.of(terms)).toList();
        List<Offer> whole = inOrder.stream().map(this::inWholeUnits).toList();
        List<List<Violation>> reasons = new ArrayList<>(inOrder.size());
        List<Offer> usable = new ArrayList<>(inOrder.size());
        for (int i = 0; i < inOrder.size(); i++) {
            reasons.add(reasonsAgainst(inOrder.get(i), whole.get(i)));
            if (reasons.get(i).isEmpty()) {
                usable.add(whole.get(i));
            }
        }
        AgreeingOffers agreeing = new AgreeingOffers(terms, inOrder, usable, already);
        List<Offer> together = agreeing.best(some -> sum(take(allowed(some))));
        List<Offer> allowed = allowed(together);
        Set<LotKey> lots = allowed.stream().map(offer -> offer.lot().key()).collect(Collectors.toSet());
        Map<Offer, Quantity> taken = take(allowed);
        Set<Offer> agree = Collections.newSetFromMap(new IdentityHashMap<>());
        agree.addAll(together);
        Quantity nothing = Quantity.zero(needed.unit());
        List<Candidate> candidates = new ArrayList<>(inOrder.size());
        for (int i = 0; i < inOrder.size(); i++) {
            Offer offer = inOrder.get(i);
            boolean passedOver =
                    reasons.get(i).isEmpty() && !lots.contains(offer.lot().key());
            candidates.add(new Candidate(
                    offer.lot().key(),
                    offer.position(),
                    offer.lot().expiry(),
                    offer.available(),
                    taken.getOrDefault(whole.get(i), nothing),
                    passedOver
                            ? List.of(
                                    agree.contains(whole.get(i))
                                            ? passedOver(offer)
                                            : agreeing.against(whole.get(i), together))
                            : reasons.get(i)));
        }
        return candidates;
    }

    /** @return those of the lots that the line may have together with what it has */
    private List<Offer> allowed(List<Offer> some) {
        Set<LotKey> allowed = new LotLimit(terms, inWholeUnits(needed), some, already).allowed();
        return some.stream()
                .filter(offer -> allowed.contains(offer.lot().key()))
                .toList();
    }

    private Quantity sum(Map<Offer, Quantity> taken) {
        return taken.values().stream().reduce(Quantity.zero(needed.unit()), Quantity::plus);
    }

    private Map<Offer, Quantity> take(List<Offer> usable) {
        Map<Offer, Quantity> taken = new IdentityHashMap<>(); // an offer is long, and each is there once
        Quantity missing = inWholeUnits(needed);
        for (Offer offer : terms.fullPalletsFirst() ? palletsFirst(usable) : usable) {
            Quantity part = missing.min(offer.available());
            taken.put(offer, part);
            missing = missing.minus(part);
        }
        return taken;
    }

    /** Of the same days those logistic units first that are needed whole, the larger ones before the smaller ones. */
    private List<Offer> palletsFirst(List<Offer> usable) {
        Comparator<Offer> byDays = RotationOrder.byDays(terms.rotation());
        List<Offer> left = new ArrayList<>(usable);
        List<Offer> order = new ArrayList<>();
        Quantity missing = inWholeUnits(needed);
        while (!left.isEmpty()) {
            Offer next = left.get(0);
            for (Offer offer : left) {
                boolean isWhole = offer.position().container().isPresent()
                        && offer.available().compareTo(missing) <= 0;
                boolean isBetter = next.position().container().isEmpty()
                        || next.available().compareTo(missing) > 0
                        || offer.available().compareTo(next.available()) > 0;
                if (byDays.compare(left.get(0), offer) == 0 && isWhole && isBetter) {
                    next = offer;
                }
            }
            left.remove(next);
            order.add(next);
            missing = missing.minus(missing.min(next.available()));
        }
        return order;
    }

    private Offer inWholeUnits(Offer offer) {
        Quantity available = inWholeUnits(offer.available());
        return available.equals(offer.available()) ? offer : of(offer, available);
    }

    private static Offer of(Offer offer, Quantity available) {
        return new Offer(
                offer.lot(),
                offer.position(),
                offer.received(),
                offer.said(),
                offer.pickFace(),
                offer.path(),
                available,
                offer.reasons());
    }

    private Quantity inWholeUnits(Quantity quantity) {
        return whole.signum() == 0
                ? quantity
                : new Quantity(quantity.amount().divideToIntegralValue(whole).multiply(whole), quantity.unit());
    }

    private List<Violation> reasonsAgainst(Offer offer, Offer inWholeUnits) {
        if (inWholeUnits.available().isPositive()) {
            return offer.reasons();
        }
        List<Violation> reasons = new ArrayList<>(offer.reasons());
        if (offer.available().isPositive()) {
            reasons.add(new Violation(
                    "LESS_THAN_WHOLE_UNIT",
                    "position",
                    offer.available() + " of lot " + offer.lot().key() + " at " + offer.position()
                            + " is less than one " + terms.wholeUnit().orElseThrow()
                            + "; a rule wants whole ones"));
        } else {
            reasons.add(new Violation(
                    FULLY_RESERVED,
                    "position",
                    "everything of lot " + offer.lot().key() + " at " + offer.position()
                            + " is reserved; cancel the allocation of another order to free it"));
        }
        return reasons;
    }

    private Violation passedOver(Offer offer) {
        return new Violation(
                "LOT_LIMIT",
                LOT,
                "lot " + offer.lot().key() + " is passed over: a rule wants "
                        + terms.maximumLots()
                                .map(most -> "no more than " + most + " lots for a line, and others give more")
                                .orElse("one lot that suffices"));
    }
}
