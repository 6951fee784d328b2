package org.lottrace.allocation.fefo.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.lottrace.api.allocation.AllocationRule;
import org.lottrace.api.allocation.Rotation;
import org.lottrace.api.allocation.RuleTerms;
import org.lottrace.api.quantity.UnitOfMeasure;

/**
 * What counts for one line: each term as the most special rule says that says something of it, else the default. What each
 * term means stands at {@link RuleTerms}.
 *
 * @param versions of the rules that decided something, ascending; none when everything is default
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
        boolean remaindersFirst,
        Optional<UnitOfMeasure> wholeUnit,
        List<Long> versions) {
    static final AllocationTerms DEFAULT = of(List.of());

    /** @param rules those that cover the line, the most special first */
    static AllocationTerms of(List<AllocationRule> rules) {
        Asked asked = new Asked(rules, new TreeSet<>());
        return new AllocationTerms(
                asked.first(RuleTerms::rotation).orElse(Rotation.FEFO),
                asked.first(RuleTerms::minimumRemainingDays).orElse(0),
                asked.first(RuleTerms::minimumRemainingPercent),
                asked.first(RuleTerms::goodUntil),
                asked.first(RuleTerms::blockedDaysBeforeExpiry).orElse(0),
                asked.first(RuleTerms::neverOlderThanLast).orElse(false),
                asked.first(RuleTerms::transitDays).orElse(0),
                asked.first(RuleTerms::singleLotWithinDays),
                asked.first(RuleTerms::maximumLots),
                asked.first(RuleTerms::fullPalletsFirst).orElse(false),
                asked.first(RuleTerms::pickFacesFirst).orElse(false),
                asked.first(RuleTerms::remaindersFirst).orElse(true),
                asked.first(RuleTerms::wholeUnit),
                new ArrayList<>(asked.used()));
    }

    AllocationTerms {
        versions = List.copyOf(versions);
    }

    /** @param used versions of those that answered */
    private record Asked(List<AllocationRule> rules, TreeSet<Long> used) {
        <T> Optional<T> first(Function<RuleTerms, Optional<T>> term) {
            for (AllocationRule rule : rules) {
                Optional<T> said = term.apply(rule.change().terms());
                if (said.isPresent()) {
                    used.add(rule.version());
                    return said;
                }
            }
            return Optional.empty();
        }
    }
}
