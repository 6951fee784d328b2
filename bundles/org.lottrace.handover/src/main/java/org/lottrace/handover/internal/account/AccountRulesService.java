package org.lottrace.handover.internal.account;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.account.AccountQuestion;
import org.lottrace.api.account.AccountRule;
import org.lottrace.api.account.AccountRuleChange;
import org.lottrace.api.account.AccountRules;
import org.lottrace.api.account.AccountTrial;
import org.lottrace.api.account.store.AccountRuleStore;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the rules. Who adds one holds the head of the ledger, as who hands entries over does: no rule begins in the middle of that. */
@Component
public final class AccountRulesService implements AccountRules {
    private static final Logger LOG = LoggerFactory.getLogger(AccountRulesService.class);
    private static final Comparator<AccountRule> BY_ACCOUNT =
            Comparator.comparing((AccountRule rule) -> rule.change().account()).thenComparing(AccountRule.MOST_SPECIAL);
    private static final int MOST_ROWS = 2_000;

    private final UnitOfWork unitOfWork;
    private final Ledger ledger;
    private final AccountRuleStore rules;
    private final ItemStore items;
    private final AccountRuleChecks checks;
    private final Clock clock;

    @Activate
    public AccountRulesService(
            @Reference UnitOfWork unitOfWork,
            @Reference Ledger ledger,
            @Reference AccountRuleStore rules,
            @Reference ItemStore items,
            @Reference SiteStore sites,
            @Reference Clock clock) {
        this.unitOfWork = unitOfWork;
        this.ledger = ledger;
        this.rules = rules;
        this.items = items;
        this.checks = new AccountRuleChecks(items, sites);
        this.clock = clock;
    }

    @Override
    public Outcome<AccountRule> save(Caller caller, AccountRuleChange change) {
        return unitOfWork.required(() -> {
            ledger.lockHead();
            List<AccountRule> all = rules.all();
            List<Violation> problems = checks.against(change, all);
            return problems.isEmpty() ? add(caller, change, all) : new Outcome.Refused<>(problems);
        });
    }

    private Outcome<AccountRule> add(Caller caller, AccountRuleChange change, List<AccountRule> all) {
        Optional<AccountRule> same = same(change, all);
        if (same.isPresent()) {
            return new Outcome.AlreadyDone<>(same.get());
        }
        if (all.size() >= MOST) {
            return new Outcome.Refused<>(List.of(new Violation(
                    TOO_MANY_RULES, "rule", "there are " + MOST + " versions of rules already; no more are kept")));
        }
        long version = all.isEmpty() ? 1 : all.get(all.size() - 1).version() + 1;
        AccountRule rule =
                new AccountRule(version, change.rule().orElse(version), change, caller.name(), clock.instant());
        Optional<Violation> conflict = checks.conflict(rule, all);
        if (conflict.isPresent()) {
            return new Outcome.Refused<>(List.of(conflict.get()));
        }
        rules.insert(rule);
        LOG.info(
                "account rule saved version={} rule={} account={} from={} by={}",
                version,
                rule.rule(),
                change.account().code(),
                change.from(),
                caller.name());
        return new Outcome.Done<>(rule);
    }

    /** The newest version of a rule for that day, when it says the same; of the rule that is meant, or of any for a new one. */
    private static Optional<AccountRule> same(AccountRuleChange change, List<AccountRule> all) {
        return all.stream()
                .filter(rule ->
                        change.rule().filter(number -> number != rule.rule()).isEmpty())
                .filter(rule -> rule.change().from().equals(change.from()))
                .filter(rule -> all.stream()
                        .noneMatch(later -> later.rule() == rule.rule()
                                && later.version() > rule.version()
                                && later.change().from().equals(change.from())))
                .filter(rule -> rule.change().account() == change.account()
                        && rule.change().scope().equals(change.scope())
                        && rule.change().number().equals(change.number()))
                .findFirst();
    }

    @Override
    public Optional<AccountRule> find(long version) {
        return unitOfWork.required(rules::all).stream()
                .filter(rule -> rule.version() == version)
                .findFirst();
    }

    @Override
    public List<AccountRule> list(Optional<Long> after, int limit) {
        requireLimit(limit);
        return unitOfWork.required(rules::all).stream()
                .filter(rule -> rule.version() > after.orElse(0L))
                .limit(limit)
                .toList();
    }

    /** After a version that does not count on that day comes nothing. */
    @Override
    public List<AccountRule> inForce(LocalDate day, Optional<Long> after, int limit) {
        requireLimit(limit);
        List<AccountRule> all = AccountRule.inForce(unitOfWork.required(rules::all), day).stream()
                .sorted(BY_ACCOUNT)
                .toList();
        int from = after.map(version ->
                        all.stream().map(AccountRule::version).toList().indexOf(version))
                .map(index -> index < 0 ? all.size() : index + 1)
                .orElse(0);
        return all.subList(from, Math.min(all.size(), from + limit));
    }

    private static void requireLimit(int limit) {
        if (limit < 1 || limit > MOST_ROWS) {
            throw new IllegalArgumentException("a limit is 1 to " + MOST_ROWS + ", not " + limit);
        }
    }

    @Override
    public Outcome<AccountTrial> test(AccountQuestion question) {
        return unitOfWork.required(() -> {
            Optional<Item> item = question.item().flatMap(items::find);
            List<Violation> problems = new ArrayList<>();
            question.item()
                    .filter(number -> item.isEmpty())
                    .ifPresent(number -> problems.add(
                            new Violation("ITEM_UNKNOWN", "item", "item " + number + " is not known; send it first")));
            checks.unknown(question.site(), ViolationPath.of("site")).ifPresent(problems::add);
            return problems.isEmpty()
                    ? new Outcome.Done<>(new Determination(rules.all()).trial(AccountCase.of(question, item)))
                    : new Outcome.Refused<>(problems);
        });
    }
}
