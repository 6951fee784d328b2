package org.lottrace.handover.internal.account;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.account.AccountRule;
import org.lottrace.api.account.AccountRules;
import org.lottrace.api.account.AccountScope;
import org.lottrace.api.lot.Item;
import org.lottrace.api.violation.Violation;

/**
 * Finds a rule that on some day is for the same lines as another one, and just as special: then nothing would say which decides. Rules that
 * name the same criteria are, when they name the same values; of classes also when an item is of both.
 *
 * @param day the first day on which that is so
 * @param other the rule that is in the way
 */
record RuleConflict(LocalDate day, AccountRule other) {
    /**
     * @param all every version of every rule
     * @param added the version to be added
     * @param items at least all of the class of the version, to know which are of two classes
     */
    static Optional<RuleConflict> with(Collection<AccountRule> all, AccountRule added, Collection<Item> items) {
        Set<Long> rules = all.stream()
                .filter(rule -> isEqual(rule, added, items))
                .map(AccountRule::rule)
                .collect(Collectors.toSet());
        rules.add(added.rule());
        // other versions of these rules may say something else
        List<AccountRule> near = Stream.concat(all.stream(), Stream.of(added))
                .filter(rule -> rules.contains(rule.rule()))
                .toList();
        // what counts changes on these days only
        Set<LocalDate> days = new TreeSet<>();
        near.forEach(rule -> days.add(rule.change().from()));
        for (LocalDate day : days) {
            List<AccountRule> inForce = AccountRule.inForce(near, day);
            if (inForce.contains(added)) {
                Optional<AccountRule> other = inForce.stream()
                        .filter(rule -> rule.rule() != added.rule() && isEqual(rule, added, items))
                        .findFirst();
                if (other.isPresent()) {
                    return Optional.of(new RuleConflict(day, other.get()));
                }
            }
        }
        return Optional.empty();
    }

    /** @param all every version of every rule, to tell when the other one ends */
    Violation violation(Collection<AccountRule> all) {
        Optional<LocalDate> end = all.stream()
                .filter(rule -> rule.rule() == other.rule())
                .map(rule -> rule.change().from())
                .filter(later -> later.isAfter(day))
                .sorted()
                .filter(later ->
                        AccountRule.inForce(all, later).stream().noneMatch(rule -> rule.rule() == other.rule()))
                .findFirst();
        return new Violation(
                AccountRules.EQUALLY_SPECIAL,
                "scope",
                "on " + day + " rule " + other.rule() + " says "
                        + other.change().number().orElseThrow()
                        + end.map(last -> " (it ends on " + last + ")").orElse("")
                        + " for the same lines and is just as special; change or end that one, or name more in this one");
    }

    private static boolean isEqual(AccountRule one, AccountRule other, Collection<Item> items) {
        return one.change().account() == other.change().account()
                && isEqual(one.change().scope(), other.change().scope(), items);
    }

    private static boolean isEqual(AccountScope one, AccountScope other, Collection<Item> items) {
        return one.named().equals(other.named())
                && one.itemType().equals(other.itemType())
                && one.site().equals(other.site())
                && one.document().equals(other.document())
                && one.event().equals(other.event())
                && one.eventReason()
                        .map(ReasonText::folded)
                        .equals(other.eventReason().map(ReasonText::folded))
                && (one.itemClass().equals(other.itemClass())
                        || isShared(
                                one.itemClass().orElseThrow(), other.itemClass().orElseThrow(), one, items));
    }

    private static boolean isShared(String one, String other, AccountScope scope, Collection<Item> items) {
        return items.stream()
                .anyMatch(item -> item.segregation().classes().containsAll(Set.of(one, other))
                        && scope.itemType().filter(type -> type != item.type()).isEmpty());
    }
}
