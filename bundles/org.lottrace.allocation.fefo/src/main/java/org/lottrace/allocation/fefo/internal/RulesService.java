package org.lottrace.allocation.fefo.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.allocation.AllocationRule;
import org.lottrace.api.allocation.AllocationRules;
import org.lottrace.api.allocation.RuleChange;
import org.lottrace.api.allocation.store.AllocationRuleStore;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.transaction.NumberSequences;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.version.Versions;
import org.lottrace.api.violation.Violation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the rules. Their numbers come from a sequence that is locked to the commit, so a higher one is never seen before a lower one. */
@Component(service = AllocationRules.class)
public final class RulesService implements AllocationRules {
    private static final Logger LOG = LoggerFactory.getLogger(RulesService.class);
    private static final String SEQUENCE = "allocation.rule";

    private final UnitOfWork unitOfWork;
    private final AllocationRuleStore rules;
    private final NumberSequences numbers;
    private final RuleChecks checks;
    private final Clock clock;

    @Activate
    public RulesService(
            @Reference UnitOfWork unitOfWork,
            @Reference AllocationRuleStore rules,
            @Reference NumberSequences numbers,
            @Reference ItemStore items,
            @Reference PartyStore parties,
            @Reference SiteStore sites,
            @Reference Clock clock) {
        this.unitOfWork = unitOfWork;
        this.rules = rules;
        this.numbers = numbers;
        this.checks = new RuleChecks(items, parties, sites);
        this.clock = clock;
    }

    @Override
    public Outcome<AllocationRule> save(Caller caller, RuleChange change) {
        return unitOfWork.required(() -> {
            List<Violation> problems = checks.against(change);
            return problems.isEmpty() ? add(caller, change) : new Outcome.Refused<>(problems);
        });
    }

    private Outcome<AllocationRule> add(Caller caller, RuleChange change) {
        Optional<AllocationRule> before = newest(change);
        if (before.filter(rule -> rule.change().terms().equals(change.terms())).isPresent()) {
            return new Outcome.AlreadyDone<>(before.get());
        }
        if (rules.all().size() >= MOST) {
            return new Outcome.Refused<>(List.of(new Violation(
                    TOO_MANY_RULES, "scope", "there are " + MOST + " versions of rules already; no more are kept")));
        }
        AllocationRule rule = new AllocationRule(
                numbers.next(SEQUENCE), change, caller.name(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        rules.insert(rule);
        LOG.info("allocation rule saved version={} from={} by={}", rule.version(), change.from(), caller.name());
        return new Outcome.Done<>(rule);
    }

    private Optional<AllocationRule> newest(RuleChange change) {
        return rules.all().stream()
                .filter(rule -> rule.change().scope().equals(change.scope())
                        && rule.change().from().equals(change.from()))
                .reduce((older, newer) -> newer);
    }

    @Override
    public Optional<AllocationRule> find(long version) {
        return versions().find(version);
    }

    @Override
    public List<AllocationRule> list(Optional<Long> after, int limit) {
        return versions().page(after, limit);
    }

    @Override
    public List<AllocationRule> inForce(LocalDate day, Optional<Long> after, int limit) {
        Versions<AllocationRule> versions = versions();
        return versions.page(AllocationRule.inForce(versions.all(), day), AllocationRule.MOST_SPECIAL, after, limit);
    }

    private Versions<AllocationRule> versions() {
        return new Versions<>(unitOfWork.required(rules::all), AllocationRule::version);
    }
}
