package org.lottrace.api.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A version of a rule of account determination. Versions are never changed: a later one of the same rule takes its place.
 *
 * @param version counts over all rules, from 1 on
 * @param rule number of the rule: that of its first version
 * @param change what it says, for which lines and from when on
 * @param by who said so
 * @param at when, cut to microseconds
 */
public record AccountRule(long version, long rule, AccountRuleChange change, String by, Instant at) {
    /** The more special first. An item can be of two classes: they go by name. */
    public static final Comparator<AccountRule> MOST_SPECIAL = Comparator.comparingInt(
                    (AccountRule rule) -> -rule.change().scope().specificity())
            .thenComparing(rule -> rule.change().scope().itemClass().orElse(""))
            .thenComparingLong(AccountRule::rule);

    private static final Comparator<AccountRule> BY_AGE =
            Comparator.comparing((AccountRule rule) -> rule.change().from()).thenComparingLong(AccountRule::version);

    public AccountRule {
        Objects.requireNonNull(change);
        Objects.requireNonNull(by);
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Of each rule the version that counts: the one that began last, of those that began on one day the newest one.
     *
     * @param all versions of any rules, in any order
     * @param day an accounting date
     * @return those that name a number on that day, the most special first
     */
    public static List<AccountRule> inForce(Collection<AccountRule> all, LocalDate day) {
        Map<Long, AccountRule> byRule = all.stream()
                .filter(rule -> !rule.change().from().isAfter(day))
                .collect(Collectors.toMap(AccountRule::rule, Function.identity(), BinaryOperator.maxBy(BY_AGE)));
        return byRule.values().stream()
                .filter(rule -> rule.change().number().isPresent())
                .sorted(MOST_SPECIAL)
                .toList();
    }
}
