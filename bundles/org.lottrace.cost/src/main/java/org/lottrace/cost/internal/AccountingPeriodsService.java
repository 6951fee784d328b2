package org.lottrace.cost.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.cost.AccountingPeriod;
import org.lottrace.api.cost.AccountingPeriods;
import org.lottrace.api.cost.CloseCheck;
import org.lottrace.api.cost.CloseRow;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.cost.CurrentBooks;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.cost.PeriodLock;
import org.lottrace.api.cost.PeriodSnapshot;
import org.lottrace.api.cost.PeriodState;
import org.lottrace.api.cost.PeriodStep;
import org.lottrace.api.cost.store.CostStore;
import org.lottrace.api.cost.store.CostWaitingStore;
import org.lottrace.api.cost.store.PeriodStore;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.WrongQuestionException;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.lottrace.cost.internal.AccountingCalendar.Days;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes periods. A step is taken at the head of the ledger, which is locked for it: an event is recorded before it or after it, and
 * that decides where it is booked. The figures are worked out afterwards, because no entry goes into the period any more.
 */
@Component(configurationPid = LotCostingService.PID)
public final class AccountingPeriodsService implements AccountingPeriods {
    private static final Logger LOG = LoggerFactory.getLogger(AccountingPeriodsService.class);
    private static final int MOST_PERIODS = 500;
    private static final int MOST_ROWS = 1_001;

    private final LotCosting costing;
    private final UnitOfWork unitOfWork;
    private final Ledger ledger;
    private final CostStore costs;
    private final PeriodStore periods;
    private final AccountingCalendar calendar;
    private final PeriodFigures figures;
    private final CloseChecks checks;
    private final PeriodRules rules;
    private final Clock clock;

    @Activate
    public AccountingPeriodsService(
            @Reference LotCosting costing,
            @Reference UnitOfWork unitOfWork,
            @Reference Ledger ledger,
            @Reference LedgerStore events,
            @Reference CostStore costs,
            @Reference PeriodStore periods,
            @Reference CostWaitingStore waiting,
            @Reference BooksCurrency books,
            @Reference Clock clock,
            LotCostingConfig config) {
        this.costing = costing;
        this.unitOfWork = unitOfWork;
        this.ledger = ledger;
        this.costs = costs;
        this.periods = periods;
        this.calendar = new AccountingCalendar(config, clock);
        this.figures = new PeriodFigures(costs, periods);
        this.checks = new CloseChecks(costs, periods, events, waiting, books, figures);
        this.rules = new PeriodRules(periods, calendar, figures);
        this.clock = clock;
    }

    @Override
    public List<AccountingPeriod> list(Optional<LocalDate> before, int limit) {
        requireLimit(limit, MOST_PERIODS);
        return unitOfWork.required(() -> {
            PeriodHistory history = history();
            LocalDate first = Stream.concat(
                            periods.firstDay().stream(),
                            history.steps().stream().map(PeriodStep::from))
                    .min(LocalDate::compareTo)
                    .orElse(calendar.today());
            Days next = before.map(day -> calendar.of(
                            calendar.of(day.minusDays(1)).to().isBefore(day)
                                    ? day.minusDays(1)
                                    : calendar.of(day.minusDays(1)).from().minusDays(1)))
                    .orElseGet(() -> calendar.of(calendar.today()));
            List<Days> all = new ArrayList<>();
            while (all.size() < limit && !next.to().isBefore(first)) {
                all.add(next);
                next = calendar.of(next.from().minusDays(1));
            }
            return of(all, history);
        });
    }

    @Override
    public Optional<AccountingPeriod> find(LocalDate to) {
        return calendar.endingOn(to).map(days -> unitOfWork.required(() -> of(days)));
    }

    @Override
    public List<CloseCheck> checklist(LocalDate to) {
        if (calendar.endingOn(to).isEmpty()) {
            return List.of();
        }
        CostingProgress progress = costing.progress();
        return unitOfWork.required(() -> Stream.of(CloseCheck.Kind.values())
                .map(kind -> checks.check(kind, to, progress))
                .toList());
    }

    @Override
    public List<CloseRow> rows(LocalDate to, CloseCheck.Kind check, int skip, int limit) {
        requireLimit(limit, MOST_ROWS);
        CostingProgress progress = costing.progress();
        return unitOfWork.required(() -> checks.rows(check, to, progress, Math.max(0, skip), limit));
    }

    @Override
    public Outcome<AccountingPeriod> lock(Caller caller, PeriodLock request) {
        Optional<Days> days = calendar.endingOn(request.to());
        if (days.isEmpty()) {
            return unknown(request.to());
        }
        List<CloseCheck> found = checklist(request.to());
        Outcome<AccountingPeriod> outcome = step(days.get(), history -> {
            if (!history.state(days.get()).isOpen()) {
                return new Outcome.AlreadyDone<>(Optional.empty());
            }
            List<Violation> problems = rules.lock(days.get(), history, found, request);
            return unless(
                    problems,
                    new Wanted(
                            PeriodStep.Kind.LOCK,
                            PeriodRules.accepted(found, request),
                            request.reason(),
                            caller.name()));
        });
        if (outcome instanceof Outcome.Refused) {
            return outcome;
        }
        fix(days.get());
        AccountingPeriod now = unitOfWork.required(() -> of(days.get()));
        return outcome instanceof Outcome.Done ? new Outcome.Done<>(now) : new Outcome.AlreadyDone<>(now);
    }

    /** Works out the figures of a lock that has none: now, if everything before it is booked, or when somebody locks once more. */
    private void fix(Days days) {
        CostingProgress progress = costing.progress();
        unitOfWork.run(() -> {
            PeriodHistory history = history();
            history.lockOf(days)
                    .filter(lock -> lock.position() <= progress.booked())
                    .ifPresent(lock -> figures.fix(lock, history.steps()));
        });
    }

    @Override
    public Outcome<AccountingPeriod> sign(Caller caller, LocalDate to, String hash) {
        Optional<Days> days = calendar.endingOn(to);
        if (days.isEmpty()) {
            return unknown(to);
        }
        return step(days.get(), history -> {
            PeriodState state = history.state(days.get());
            Optional<PeriodStep> lock = history.lockOf(days.get());
            if (state == PeriodState.CLOSED && lock.isPresent()) {
                return new Outcome.AlreadyDone<>(Optional.empty());
            }
            if (lock.isEmpty()) {
                return refused(PERIOD_NOT_LOCKED, "to", "the period until " + to + " is not locked: lock it first");
            }
            List<Violation> problems = rules.sign(caller, lock.get(), hash);
            return unless(problems, new Wanted(PeriodStep.Kind.SIGN, List.of(), hash, caller.name()));
        });
    }

    @Override
    public Outcome<AccountingPeriod> reopen(Caller caller, LocalDate to, String reason) {
        Optional<Days> days = calendar.endingOn(to);
        if (days.isEmpty()) {
            return unknown(to);
        }
        return step(days.get(), history -> {
            if (history.state(days.get()).isOpen()) {
                return new Outcome.AlreadyDone<>(Optional.empty());
            }
            List<Violation> problems = rules.reopen(to, history, reason);
            return unless(problems, new Wanted(PeriodStep.Kind.REOPEN, List.of(), reason, caller.name()));
        });
    }

    @Override
    public List<LotCost> lots(long step, Optional<LotKey> after, int limit) {
        return unitOfWork.required(() -> periods.lots(step, after, limit));
    }

    @Override
    public List<JournalEntry> late(LocalDate to, long after, int limit) {
        costing.inventoryValue(); // books what is committed, or refuses
        return calendar.endingOn(to)
                .map(days -> unitOfWork.required(() -> costs.late(days.from(), days.to(), after, limit)))
                .orElse(List.of());
    }

    @Override
    public Optional<String> recompute(LocalDate to) {
        costing.inventoryValue();
        return calendar.endingOn(to)
                .flatMap(
                        days -> unitOfWork.required(() -> history().lockOf(days).flatMap(lock -> figures.of(lock)
                                .map(snapshot -> figures.again(lock, snapshot)))));
    }

    /** What somebody wants to do, when nothing speaks against it. */
    private record Wanted(PeriodStep.Kind kind, List<CloseCheck.Kind> accepted, String reason, String by) {}

    /**
     * Decides under the lock of the head what is done: another step, and an event that is just recorded, come before or after.
     *
     * @param decision the step; none when it is done already
     */
    private Outcome<AccountingPeriod> step(Days days, Function<PeriodHistory, Outcome<Optional<Wanted>>> decision) {
        return unitOfWork.required(() -> {
            long position = ledger.lockHead();
            PeriodHistory history = history();
            return decision.apply(history)
                    .fold(
                            wanted -> {
                                take(days, history, wanted.orElseThrow(), position);
                                return new Outcome.Done<>(of(days));
                            },
                            none -> new Outcome.AlreadyDone<>(of(days)),
                            Outcome.Refused::new);
        });
    }

    private static Outcome<Optional<Wanted>> unless(List<Violation> problems, Wanted wanted) {
        return problems.isEmpty() ? new Outcome.Done<>(Optional.of(wanted)) : new Outcome.Refused<>(problems);
    }

    private void take(Days days, PeriodHistory history, Wanted wanted, long position) {
        PeriodStep step = new PeriodStep(
                CurrentBooks.ofAll(periods::steps).size() + 1L,
                wanted.kind() == PeriodStep.Kind.LOCK ? history.firstOpen(days) : days.from(),
                days.to(),
                wanted.kind(),
                position,
                wanted.accepted(),
                wanted.reason(),
                wanted.by(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        periods.insert(step);
        LOG.info(
                "accounting period changed to={} kind={} by={} position={}",
                step.to(),
                step.kind(),
                step.by(),
                position);
    }

    private PeriodHistory history() {
        return new PeriodHistory(periods.steps());
    }

    private AccountingPeriod of(Days days) {
        return of(List.of(days), history()).get(0);
    }

    private List<AccountingPeriod> of(Collection<Days> all, PeriodHistory history) {
        Set<Long> locks = all.stream()
                .flatMap(days -> history.lockOf(days).stream())
                .map(PeriodStep::number)
                .collect(Collectors.toSet());
        Map<Long, PeriodSnapshot> snapshots = locks.isEmpty()
                ? Map.of()
                : periods.snapshots(locks).stream()
                        .collect(Collectors.toMap(PeriodSnapshot::step, Function.identity()));
        return all.stream()
                .map(days -> new AccountingPeriod(
                        days.from(),
                        days.to(),
                        history.state(days),
                        history.of(days),
                        history.lockOf(days).map(lock -> snapshots.get(lock.number()))))
                .toList();
    }

    private static Outcome<AccountingPeriod> unknown(LocalDate to) {
        return refused(PERIOD_UNKNOWN, "to", "no accounting period ends on " + to + ": ask for the list of periods");
    }

    private static <T> Outcome<T> refused(String code, String field, String message) {
        return new Outcome.Refused<>(List.of(new Violation(code, field, message)));
    }

    private static void requireLimit(int limit, int most) {
        if (limit < 1 || limit > most) {
            throw new WrongQuestionException("a limit is 1 to " + most + ", not " + limit);
        }
    }
}
