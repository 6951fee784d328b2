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
import org.lottrace.api.cost.CurrentBooks;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.version.Versions;
import org.lottrace.api.violation.ControlCharacters;
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
        this.checks = new AccountRuleChecks(sites);
        this.clock = clock;
    }

    /** Items are read before the lock: whoever records goods does not wait for them. */
    @Override
    public Outcome<AccountRule> save(Caller caller, AccountRuleChange change) {
        return unitOfWork.required(() -> {
            List<Item> ofClass = change.scope()
                    .itemClass()
                    .filter(name ->
                            ControlCharacters.in(name, ViolationPath.WHOLE).isEmpty())
                    .map(items::ofClass)
                    .orElse(List.of());
            ledger.lockHead();
            return saved(caller, change, rules.all(), ofClass);
        });
    }

    private Outcome<AccountRule> saved(
            Caller caller, AccountRuleChange change, List<AccountRule> all, List<Item> ofClass) {
        List<Violation> problems = new ArrayList<>(checks.against(change, all, ofClass));
        Optional<AccountRule> same = same(change, all);
        if (same.isPresent()) {
            return problems.isEmpty() ? new Outcome.AlreadyDone<>(same.get()) : new Outcome.Refused<>(problems);
        }
        if (all.size() >= (change.number().isPresent() ? MOST : 2 * MOST)) {
            problems.add(new Violation(
                    TOO_MANY_RULES,
                    "rule",
                    "there are " + all.size() + " versions of rules already; no more are kept, but to end rules up to "
                            + 2 * MOST));
        }
        List<AccountRule> ofAll = CurrentBooks.ofAll(rules::all);
        long version = ofAll.isEmpty() ? 1 : ofAll.get(ofAll.size() - 1).version() + 1;
        AccountRule rule =
                new AccountRule(version, change.rule().orElse(version), change, caller.name(), clock.instant());
        RuleConflict.with(all, rule, ofClass)
                .map(conflict -> conflict.violation(all))
                .ifPresent(problems::add);
        return problems.isEmpty() ? added(rule) : new Outcome.Refused<>(problems);
    }

    private Outcome<AccountRule> added(AccountRule rule) {
        rules.insert(rule);
        LOG.info(
                "account rule saved version={} rule={} account={} from={} by={}",
                rule.version(),
                rule.rule(),
                rule.change().account().code(),
                rule.change().from(),
                rule.by());
        return new Outcome.Done<>(rule);
    }

    /** The newest version of a rule for that day, when it says the same; of the rule that is meant, or for a new one of any that says so for good. */
    private static Optional<AccountRule> same(AccountRuleChange change, List<AccountRule> all) {
        return all.stream()
                .filter(rule ->
                        change.rule().filter(number -> number != rule.rule()).isEmpty())
                .filter(rule -> rule.change().from().equals(change.from()))
                .filter(rule -> all.stream()
                        .filter(other -> other.rule() == rule.rule())
                        .noneMatch(
                                other -> other.change().from().equals(change.from()) && other.version() > rule.version()
                                        || change.rule().isEmpty()
                                                && other.change().from().isAfter(change.from())))
                .filter(rule -> rule.change().account() == change.account()
                        && rule.change().scope().equals(change.scope())
                        && rule.change().number().equals(change.number()))
                .findFirst();
    }

    @Override
    public Optional<AccountRule> find(long version) {
        return versions().find(version);
    }

    @Override
    public List<AccountRule> list(Optional<Long> after, int limit) {
        return versions().page(after, limit);
    }

    @Override
    public List<AccountRule> inForce(LocalDate day, Optional<Long> after, int limit) {
        Versions<AccountRule> versions = versions();
        return versions.page(AccountRule.inForce(versions.all(), day), BY_ACCOUNT, after, limit);
    }

    private Versions<AccountRule> versions() {
        return new Versions<>(unitOfWork.required(rules::all), AccountRule::version);
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
