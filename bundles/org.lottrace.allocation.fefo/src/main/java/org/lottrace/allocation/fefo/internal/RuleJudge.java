package org.lottrace.allocation.fefo.internal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.allocation.fefo.internal.AllocationTerms.Term;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.violation.Violation;

/**
 * What the rules have against a lot, besides what {@link org.lottrace.api.quality.LotUsability} has. A lot without expiry never
 * fails for its date.
 */
final class RuleJudge {
    /** What rules have against a lot for a customer, however it would get it. */
    static final Set<String> FORBIDDEN = Set.of(
            "REMAINING_LIFE_BELOW_RULE",
            "REMAINING_LIFE_UNKNOWN",
            "BLOCKED_BEFORE_EXPIRY",
            "OLDER_THAN_LAST_DELIVERY",
            "TOO_YOUNG",
            "AGE_UNKNOWN",
            "IN_QUARANTINE",
            "TEMPERATURE_EXCEEDED",
            "ATTRIBUTE_NOT_WANTED",
            "CLASS_NOT_WANTED",
            Agreement.LOTS_DISAGREE);

    /** What only rules have against a lot. */
    static final Set<String> CODES = Stream.concat(
                    FORBIDDEN.stream(), Stream.of(Agreement.OTHER_LOTS_AGREE, "LOT_LIMIT", "LESS_THAN_WHOLE_UNIT"))
            .collect(Collectors.toUnmodifiableSet());

    private static final int WHOLE = 100;

    private final AllocationTerms terms;
    private final Item item;
    private final LocalDate delivery;
    private final Optional<LocalDate> lastExpiry;
    private final DemandJudge demands;

    /**
     * @param delivery the day on which the customer gets it
     * @param lastExpiry the latest expiry among the lots that the customer got, when the terms ask for it
     */
    RuleJudge(AllocationTerms terms, Item item, LocalDate delivery, Optional<LocalDate> lastExpiry) {
        this.terms = terms;
        this.item = item;
        this.delivery = delivery;
        this.lastExpiry = lastExpiry;
        this.demands = new DemandJudge(terms, item, delivery);
    }

    List<Violation> against(Lot lot, LotFacts facts) {
        List<Violation> reasons = new ArrayList<>();
        lot.expiry().ifPresent(expiry -> {
            againstRemaining(lot, expiry).ifPresent(reasons::add);
            if (terms.goodUntil().filter(expiry::isBefore).isPresent()) {
                reasons.add(reason(
                        "REMAINING_LIFE_BELOW_RULE",
                        lot,
                        Term.GOOD_UNTIL,
                        "expires on " + expiry + ", but has to be good until "
                                + terms.goodUntil().get()));
            }
            if (terms.blockedDays() > 0 && !delivery.isBefore(expiry.minusDays(terms.blockedDays()))) {
                reasons.add(reason(
                        "BLOCKED_BEFORE_EXPIRY",
                        lot,
                        Term.BLOCKED_DAYS,
                        "expires on " + expiry + " and goes to nobody in the " + terms.blockedDays()
                                + " days before; it would arrive on " + delivery));
            }
            if (terms.neverOlder() && lastExpiry.filter(expiry::isBefore).isPresent()) {
                reasons.add(reason(
                        "OLDER_THAN_LAST_DELIVERY",
                        lot,
                        Term.NEVER_OLDER,
                        "expires on " + expiry + ", before what the customer got already (" + lastExpiry.get() + ")"));
            }
        });
        reasons.addAll(demands.against(lot, facts));
        return reasons;
    }

    private Optional<Violation> againstRemaining(Lot lot, LocalDate expiry) {
        long remaining = ChronoUnit.DAYS.between(delivery, expiry);
        Optional<Long> wholeLife = wholeLife(lot, expiry);
        if (terms.minimumRemainingPercent().isPresent() && wholeLife.isEmpty()) {
            return Optional.of(reason(
                    "REMAINING_LIFE_UNKNOWN",
                    lot,
                    Term.REMAINING_PERCENT,
                    "has no production date and its item no shelf life, so nothing tells how much of it is left"));
        }
        long byPercent = terms.minimumRemainingPercent()
                .map(percent -> roundedUp(percent, wholeLife.orElseThrow()))
                .orElse(0L);
        long wanted = Math.max(terms.minimumRemainingDays(), byPercent);
        return remaining >= wanted || !terms.says(Term.REMAINING_DAYS) && !terms.says(Term.REMAINING_PERCENT)
                ? Optional.empty()
                : Optional.of(reason(
                        "REMAINING_LIFE_BELOW_RULE",
                        lot,
                        byPercent > terms.minimumRemainingDays() ? Term.REMAINING_PERCENT : Term.REMAINING_DAYS,
                        "expires on " + expiry + ", " + remaining + " days after " + delivery + ", but has to have "
                                + wanted));
    }

    private Optional<Long> wholeLife(Lot lot, LocalDate expiry) {
        return lot.productionDate()
                .map(made -> ChronoUnit.DAYS.between(made, expiry))
                .or(() -> item.shelfLifeDays().map(Integer::longValue));
    }

    private static long roundedUp(int percent, long days) {
        return (percent * days + WHOLE - 1) / WHOLE;
    }

    private Violation reason(String code, Lot lot, Term term, String what) {
        return new Violation(
                code, "lot", "lot " + lot.key() + " " + what + "; take another lot or change " + terms.ruleOf(term));
    }
}
