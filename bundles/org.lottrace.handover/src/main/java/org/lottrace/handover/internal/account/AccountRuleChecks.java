package org.lottrace.handover.internal.account;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lottrace.api.account.AccountRule;
import org.lottrace.api.account.AccountRuleChange;
import org.lottrace.api.account.AccountRules;
import org.lottrace.api.account.AccountScope;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/** What speaks against a rule; a path is {@code scope.…} or a property of the change. */
final class AccountRuleChecks {
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,29}");
    private static final int LONGEST_REASON = 2_000;
    private static final int LONGEST_EVENT_REASON = 200;

    private final ItemStore items;
    private final SiteStore sites;

    AccountRuleChecks(ItemStore items, SiteStore sites) {
        this.items = items;
        this.sites = sites;
    }

    /** @param all every version of every rule */
    List<Violation> against(AccountRuleChange change, Collection<AccountRule> all) {
        List<Violation> problems = new ArrayList<>();
        change.rule()
                .filter(number -> all.stream().noneMatch(rule -> rule.rule() == number))
                .ifPresent(number -> problems.add(new Violation(
                        AccountRules.RULE_UNKNOWN,
                        "rule",
                        "there is no rule " + number + "; look at the list of rules, or leave it out to make one")));
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
        againstScope(change.scope(), problems);
        if (change.reason().isBlank()) {
            problems.add(new Violation("REASON_MISSING", "reason", "say why the rule is made or changed"));
        } else if (change.reason().length() > LONGEST_REASON) {
            problems.add(new Violation(
                    "REASON_TOO_LONG", "reason", "a reason has at most " + LONGEST_REASON + " characters; shorten it"));
        }
        return problems;
    }

    private void againstScope(AccountScope scope, List<Violation> problems) {
        ViolationPath path = ViolationPath.of("scope");
        scope.itemClass()
                .filter(name -> items.all().stream()
                        .noneMatch(item -> item.segregation().classes().contains(name)))
                .ifPresent(name -> problems.add(new Violation(
                        AccountRules.ITEM_CLASS_UNKNOWN,
                        path.then("itemClass"),
                        "no item is of class \"" + name
                                + "\"; look at how it is written, or give it to an item first")));
        unknown(scope.site(), path.then("site")).ifPresent(problems::add);
        scope.eventReason()
                .filter(reason -> reason.isBlank() || reason.length() > LONGEST_EVENT_REASON)
                .ifPresent(reason -> problems.add(new Violation(
                        AccountRules.EVENT_REASON_WRONG,
                        path.then("eventReason"),
                        "the reason to look for in events has 1 to " + LONGEST_EVENT_REASON
                                + " characters; write it as it is recorded there")));
    }

    Optional<Violation> unknown(Optional<SiteId> site, ViolationPath path) {
        return site.filter(id -> sites.find(id).isEmpty())
                .map(id -> new Violation("SITE_UNKNOWN", path, "site " + id + " is not known; send it first"));
    }

    /** @param added the version to be added */
    Optional<Violation> conflict(AccountRule added, Collection<AccountRule> all) {
        Collection<Item> known = added.change().scope().itemClass().isPresent() ? items.all() : List.of();
        return RuleConflict.with(all, added, known)
                .map(
                        conflict -> new Violation(
                                AccountRules.EQUALLY_SPECIAL,
                                "scope",
                                "on " + conflict.day() + " rule "
                                        + conflict.other().rule() + " says "
                                        + conflict.other().change().number().orElseThrow()
                                        + " for the same lines and is just as special; change or end that one, or name more in this one"));
    }
}
