package org.lottrace.api.account;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which rule decides a case, and why.
 *
 * @param applies the rule that decides; absent when none covers the case
 * @param rules those of the account that count on the day: first those that cover the case, the most special first, so that the first of
 *     them decides; then the others, those that miss least first; {@value #MOST} at most
 * @param more how many others there are
 */
public record AccountTrial(Optional<AccountRule> applies, List<Judged> rules, int more) {
    /** So many rules are told at most. */
    public static final int MOST = 100;

    public AccountTrial {
        Objects.requireNonNull(applies);
        rules = List.copyOf(rules);
    }

    /**
     * A rule, and what it has against the case.
     *
     * @param rule which version
     * @param notMet what it names and the case does not have; none when it covers the case
     */
    public record Judged(AccountRule rule, List<AccountCriterion> notMet) {
        public Judged {
            Objects.requireNonNull(rule);
            notMet = List.copyOf(notMet);
        }

        /** @return whether the rule could decide the case, if no other that is more special does */
        public boolean covers() {
            return notMet.isEmpty();
        }
    }
}
