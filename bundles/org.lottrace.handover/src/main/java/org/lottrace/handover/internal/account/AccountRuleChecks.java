package org.lottrace.handover.internal.account;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.lottrace.api.account.AccountRule;
import org.lottrace.api.account.AccountRuleChange;
import org.lottrace.api.account.AccountRules;
import org.lottrace.api.account.AccountScope;
import org.lottrace.api.cost.Account;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.violation.ControlCharacters;
import org.lottrace.api.violation.Reason;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/** What speaks against a rule by itself; a path is {@code scope.…} or a property of the change. */
final class AccountRuleChecks {
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,29}");
    private static final int LONGEST_CLASS = 30;
    /** As long as reasons in events can be. */
    private static final int LONGEST_EVENT_REASON = 500;

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);
    private static final Set<Account> STAY_WHEN_GOODS_MOVE = Set.of(Account.INVENTORY, Account.WORK_IN_PROCESS);
    private static final ViolationPath SCOPE = ViolationPath.of("scope");

    private final SiteStore sites;

    AccountRuleChecks(SiteStore sites) {
        this.sites = sites;
    }

    /**
     * @param all every version of every rule
     * @param ofClass the items of the class that the scope names
     */
    List<Violation> against(AccountRuleChange change, Collection<AccountRule> all, Collection<Item> ofClass) {
        List<Violation> problems = new ArrayList<>();
        change.rule()
                .filter(number -> all.stream().noneMatch(rule -> rule.rule() == number))
                .ifPresent(number -> problems.add(new Violation(
                        AccountRules.RULE_UNKNOWN,
                        "rule",
                        "there is no rule " + number + "; look at the list of rules, or leave it out to make one")));
        againstNumber(change, problems);
        if (change.number().isPresent()) {
            List<AccountScope> before = all.stream()
                    .filter(rule -> change.rule()
                            .filter(number -> number == rule.rule())
                            .isPresent())
                    .map(rule -> rule.change().scope())
                    .toList();
            againstScope(change.account(), change.scope(), before, ofClass, problems);
        }
        againstTexts(change.scope(), problems);
        if (change.from().isBefore(FIRST) || change.from().isAfter(LAST)) {
            problems.add(new Violation(
                    AccountRules.DAY_OUT_OF_RANGE,
                    "from",
                    "the first day is between " + FIRST + " and " + LAST + ", not " + change.from()));
        }
        problems.addAll(Reason.problemsOfALine(change.reason(), Reason.LONGEST, "say why the rule is made or changed"));
        return problems;
    }

    private static void againstNumber(AccountRuleChange change, List<Violation> problems) {
        change.number()
                .filter(number -> !NUMBER.matcher(number).matches())
                .ifPresent(number -> problems.add(new Violation(
                        AccountRules.ACCOUNT_NUMBER_WRONG,
                        "number",
                        "a number of an account has 1 to 30 letters, digits, dots, hyphens, slashes and underscores, not \""
                                + number + "\"")));
        if (change.rule().isEmpty() && change.number().isEmpty()) {
            problems.add(new Violation(
                    AccountRules.ACCOUNT_NUMBER_WRONG,
                    "number",
                    "a new rule needs a number; only a rule that is there can be ended by leaving it out"));
        }
    }

    /** What could not be stored, whatever the rule is for. */
    private static void againstTexts(AccountScope scope, List<Violation> problems) {
        scope.itemClass()
                .flatMap(name -> ControlCharacters.in(name, SCOPE.then("itemClass")))
                .ifPresent(problems::add);
        scope.itemClass()
                .filter(name -> name.isEmpty() || name.length() > LONGEST_CLASS)
                .ifPresent(name -> problems.add(new Violation(
                        AccountRules.ITEM_CLASS_UNKNOWN,
                        SCOPE.then("itemClass"),
                        "a class has 1 to " + LONGEST_CLASS + " characters; look at how it is written")));
        scope.eventReason()
                .filter(reason -> reason.isBlank() || reason.length() > LONGEST_EVENT_REASON)
                .ifPresent(reason -> problems.add(new Violation(
                        AccountRules.EVENT_REASON_WRONG,
                        SCOPE.then("eventReason"),
                        "the reason to look for in events has 1 to " + LONGEST_EVENT_REASON
                                + " characters; write it as it is recorded there")));
        scope.eventReason()
                .flatMap(reason -> ControlCharacters.in(reason, SCOPE.then("eventReason")))
                .ifPresent(problems::add);
    }

    private static boolean canBeStored(String itemClass) {
        return !itemClass.isEmpty()
                && itemClass.length() <= LONGEST_CLASS
                && ControlCharacters.in(itemClass, SCOPE).isEmpty();
    }

    /** @param before what the rule was for: it may stay so, whatever became of items and sites */
    private void againstScope(
            Account account,
            AccountScope scope,
            List<AccountScope> before,
            Collection<Item> ofClass,
            List<Violation> problems) {
        added(scope, before, AccountScope::itemClass)
                .filter(name -> ofClass.isEmpty() && canBeStored(name))
                .ifPresent(name -> problems.add(new Violation(
                        AccountRules.ITEM_CLASS_UNKNOWN,
                        SCOPE.then("itemClass"),
                        "no item is of class \"" + name
                                + "\"; look at how it is written, or give it to an item first")));
        added(scope, before, AccountScope::site)
                .flatMap(site -> unknown(Optional.of(site), SCOPE.then("site")))
                .ifPresent(problems::add);
        if (scope.site().isPresent() && STAY_WHEN_GOODS_MOVE.contains(account)) {
            problems.add(new Violation(
                    AccountRules.SITE_NEVER_CLEARS,
                    SCOPE.then("site"),
                    "goods that move from site to site are not booked: with a number by site, " + account.code()
                            + " would keep a balance at each of them for ever; leave the site out"));
        }
        scope.event()
                .filter(type -> !AccountScope.EVENTS.contains(type))
                .ifPresent(
                        type -> problems.add(
                                new Violation(
                                        AccountRules.EVENT_BOOKS_NOTHING,
                                        SCOPE.then("event"),
                                        "no line of the journal is ever of " + type.code()
                                                + ": it moves no value, or counts as what it undoes; name another kind of event or leave it out")));
    }

    private static <T> Optional<T> added(
            AccountScope scope, List<AccountScope> before, Function<AccountScope, Optional<T>> part) {
        Optional<T> named = part.apply(scope);
        return named.filter(value ->
                before.stream().noneMatch(earlier -> part.apply(earlier).equals(named)));
    }

    Optional<Violation> unknown(Optional<SiteId> site, ViolationPath path) {
        return site.filter(id -> sites.find(id).isEmpty())
                .map(id -> new Violation("SITE_UNKNOWN", path, "site " + id + " is not known; send it first"));
    }
}
