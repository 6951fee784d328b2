package org.lottrace.allocation.fefo.internal;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lottrace.api.allocation.AllocationRule;
import org.lottrace.api.allocation.Rotation;
import org.lottrace.api.allocation.RuleTerms;
import org.lottrace.api.allocation.Substitute;
import org.lottrace.api.quantity.UnitOfMeasure;

/**
 * What counts for one line: each term as the most special rule says that says something of it, else the default. What each
 * term means stands at {@link RuleTerms}.
 *
 * @param saidBy version of the rule that decided each term; without those that are default
 */
record AllocationTerms(
        Rotation rotation,
        int minimumRemainingDays,
        Optional<Integer> minimumRemainingPercent,
        Optional<LocalDate> goodUntil,
        int blockedDays,
        boolean neverOlder,
        int transitDays,
        Optional<Integer> singleLotWithinDays,
        Optional<Integer> maximumLots,
        boolean fullPalletsFirst,
        boolean pickFacesFirst,
        boolean pickPathFirst,
        boolean remaindersFirst,
        Optional<UnitOfMeasure> wholeUnit,
        Optional<String> sameAttribute,
        List<Substitute> substitutes,
        boolean takesSubstitutes,
        DemandTerms demands,
        Map<Term, Long> saidBy) {
    static final AllocationTerms DEFAULT = of(List.of());

    /** What a rule can say. */
    enum Term {
        ROTATION,
        REMAINING_DAYS,
        REMAINING_PERCENT,
        GOOD_UNTIL,
        BLOCKED_DAYS,
        NEVER_OLDER,
        TRANSIT_DAYS,
        SINGLE_LOT,
        MAXIMUM_LOTS,
        FULL_PALLETS,
        PICK_FACES,
        PICK_PATH,
        REMAINDERS,
        WHOLE_UNIT,
        SAME_ATTRIBUTE,
        SUBSTITUTES,
        TAKES_SUBSTITUTES,
        MINIMUM_AGE,
        QUARANTINE,
        COLDEST,
        WARMEST
    }

    /** @param rules those that cover the line, the most special first */
    static AllocationTerms of(List<AllocationRule> rules) {
        return of(rules, true);
    }

    /**
     * @param rules those that cover the line, the most special first
     * @param isDelivered whether the goods leave the site: only then are they on the road
     */
    static AllocationTerms of(List<AllocationRule> rules, boolean isDelivered) {
        Asked asked = new Asked(rules, new EnumMap<>(Term.class));
        return new AllocationTerms(
                asked.first(Term.ROTATION, RuleTerms::rotation).orElse(Rotation.FEFO),
                asked.first(Term.REMAINING_DAYS, RuleTerms::minimumRemainingDays)
                        .orElse(0),
                asked.first(Term.REMAINING_PERCENT, RuleTerms::minimumRemainingPercent),
                asked.first(Term.GOOD_UNTIL, RuleTerms::goodUntil),
                asked.first(Term.BLOCKED_DAYS, RuleTerms::blockedDaysBeforeExpiry)
                        .orElse(0),
                asked.first(Term.NEVER_OLDER, RuleTerms::neverOlderThanLast).orElse(false),
                isDelivered
                        ? asked.first(Term.TRANSIT_DAYS, RuleTerms::transitDays).orElse(0)
                        : 0,
                asked.first(Term.SINGLE_LOT, RuleTerms::singleLotWithinDays),
                asked.first(Term.MAXIMUM_LOTS, RuleTerms::maximumLots),
                asked.first(Term.FULL_PALLETS, RuleTerms::fullPalletsFirst).orElse(false),
                asked.first(Term.PICK_FACES, RuleTerms::pickFacesFirst).orElse(false),
                asked.first(Term.PICK_PATH, RuleTerms::pickPathFirst).orElse(false),
                asked.first(Term.REMAINDERS, RuleTerms::remaindersFirst).orElse(true),
                asked.first(Term.WHOLE_UNIT, RuleTerms::wholeUnit),
                asked.first(Term.SAME_ATTRIBUTE, RuleTerms::sameAttribute),
                asked.first(Term.SUBSTITUTES, terms -> Optional.of(terms.substitutes())
                                .filter(some -> !some.isEmpty()))
                        .orElse(List.of()),
                asked.first(Term.TAKES_SUBSTITUTES, RuleTerms::takesSubstitutes).orElse(false),
                DemandTerms.of(rules, asked),
                asked.saidBy());
    }

    AllocationTerms {
        saidBy = Map.copyOf(saidBy);
    }

    /** @return versions of the rules that decided something, ascending; none when everything is default */
    List<Long> versions() {
        return Stream.concat(saidBy.values().stream(), demands.versions())
                .distinct()
                .sorted()
                .toList();
    }

    /** @return the version that says that term; none when it is default */
    List<Long> versionsOf(Term term) {
        return says(term) ? List.of(saidBy.get(term)) : List.of();
    }

    /** @return false when it is default */
    boolean says(Term term) {
        return saidBy.containsKey(term);
    }

    /** @return the rule that says that term, as people name it */
    String ruleOf(Term term) {
        return "rule " + saidBy.get(term);
    }

    record Asked(List<AllocationRule> rules, Map<Term, Long> saidBy) {
        <T> Optional<T> first(Term name, Function<RuleTerms, Optional<T>> term) {
            for (AllocationRule rule : rules) {
                Optional<T> said = term.apply(rule.change().terms());
                if (said.isPresent()) {
                    saidBy.put(name, rule.version());
                    return said;
                }
            }
            return Optional.empty();
        }
    }
}
