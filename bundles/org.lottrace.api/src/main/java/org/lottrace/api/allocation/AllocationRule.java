package org.lottrace.api.allocation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A version of a rule of allocation. Versions are never changed: a later one with the same scope takes its place.
 *
 * @param version counts over all rules, from 1 on
 * @param change what it says, for whom and from when on
 * @param by who said so
 * @param at when
 */
public record AllocationRule(long version, RuleChange change, String by, Instant at) {
    private static final Comparator<AllocationRule> BY_AGE = Comparator.comparing(
                    (AllocationRule rule) -> rule.change().from())
            .thenComparingLong(AllocationRule::version);

    /** The more special first; two classes of one item by name; of as special ones the older version. */
    public static final Comparator<AllocationRule> MOST_SPECIAL = Comparator.comparingInt(
                    (AllocationRule rule) -> -rule.change().scope().specificity())
            .thenComparing(rule -> rule.change().scope().itemClass().orElse(""))
            .thenComparingLong(AllocationRule::version);

    public AllocationRule {
        Objects.requireNonNull(change);
        Objects.requireNonNull(by);
        Objects.requireNonNull(at);
    }

    /**
     * Of each scope the version that counts: the one that began last, of those that began on one day the newest one.
     *
     * @param all versions of any rules, in any order
     * @return those that say something on that day, the most special first
     */
    public static List<AllocationRule> inForce(Collection<AllocationRule> all, LocalDate day) {
        Map<RuleScope, AllocationRule> byScope = all.stream()
                .filter(rule -> !rule.change().from().isAfter(day))
                .collect(Collectors.toMap(
                        rule -> rule.change().scope(), Function.identity(), BinaryOperator.maxBy(BY_AGE)));
        return byScope.values().stream()
                .filter(rule -> !rule.change().terms().equals(RuleTerms.NONE))
                .sorted(MOST_SPECIAL)
                .toList();
    }
}
