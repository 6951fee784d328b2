package org.lottrace.handover.internal.account;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.account.AccountRule;
import org.lottrace.api.account.AccountScope;
import org.lottrace.api.lot.Item;

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
     * @param items all of them, to know which are of two classes
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
                        .map(RuleConflict::folded)
                        .equals(other.eventReason().map(RuleConflict::folded))
                && (one.itemClass().equals(other.itemClass())
                        || isShared(
                                one.itemClass().orElseThrow(), other.itemClass().orElseThrow(), one, items));
    }

    private static String folded(String reason) {
        return reason.strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isShared(String one, String other, AccountScope scope, Collection<Item> items) {
        return items.stream()
                .anyMatch(item -> item.segregation().classes().containsAll(Set.of(one, other))
                        && scope.itemType().filter(type -> type != item.type()).isEmpty());
    }
}
