package org.lottrace.handover.internal.account;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lottrace.api.account.AccountRule;
import org.lottrace.api.account.AccountTrial;
import org.lottrace.api.account.AccountTrial.Judged;
import org.lottrace.api.cost.Account;

/** Which rule decides: of those that cover a case the most special one. For one thread. */
final class Determination {
    private static final Comparator<Judged> NEAREST = Comparator.comparingInt(
                    (Judged judged) -> judged.notMet().size())
            .thenComparing(Judged::rule, AccountRule.MOST_SPECIAL);

    private final Collection<AccountRule> all;
    private final Map<LocalDate, Map<Account, List<AccountRule>>> inForce = new HashMap<>();

    /** @param all every version of every rule */
    Determination(Collection<AccountRule> all) {
        this.all = all;
    }

    Optional<AccountRule> of(AccountCase line) {
        return rules(line).stream()
                .filter(rule -> line.notMet(rule.change().scope()).isEmpty())
                .findFirst();
    }

    AccountTrial trial(AccountCase line) {
        List<Judged> judged = rules(line).stream()
                .map(rule -> new Judged(rule, line.notMet(rule.change().scope())))
                .sorted(NEAREST)
                .toList();
        List<Judged> told = judged.subList(0, Math.min(AccountTrial.MOST, judged.size()));
        return new AccountTrial(
                judged.stream().filter(Judged::covers).map(Judged::rule).findFirst(),
                told,
                judged.size() - told.size());
    }

    /** @return those that count for the account on the day, the most special first */
    private List<AccountRule> rules(AccountCase line) {
        return inForce.computeIfAbsent(line.day(), day -> AccountRule.inForce(all, day).stream()
                        .collect(Collectors.groupingBy(rule -> rule.change().account())))
                .getOrDefault(line.account(), List.of());
    }
}
