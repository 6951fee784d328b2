package org.lottrace.api.allocation;

import java.time.LocalDate;
import java.util.Objects;

/**
 * What is to count for a scope from a day on. {@link RuleTerms#NONE} ends a rule.
 *
 * @param scope for whom
 * @param from first calendar day, at the site that delivers, on which allocations follow it
 * @param terms what it says then, all of it: it replaces what the rule said before
 * @param reason why, 1 to 2000 characters
 */
public record RuleChange(RuleScope scope, LocalDate from, RuleTerms terms, String reason) {
    public RuleChange {
        Objects.requireNonNull(scope);
        Objects.requireNonNull(from);
        Objects.requireNonNull(terms);
        Objects.requireNonNull(reason);
    }
}
