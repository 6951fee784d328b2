package org.lottrace.exceptioncase.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.lottrace.api.event.EventId;
import org.lottrace.api.exceptioncase.ExceptionCase;
import org.lottrace.api.exceptioncase.ExceptionCases;
import org.lottrace.api.exceptioncase.ExceptionFigures;
import org.lottrace.api.exceptioncase.ExceptionFilter;
import org.lottrace.api.exceptioncase.store.ExceptionCaseStore;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.operation.WrongQuestionException;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Reason;
import org.lottrace.api.violation.Violation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shows exception cases, closes them and gives them to others. */
@Component
public final class ExceptionCasesService implements ExceptionCases {
    private static final int MOST_LISTED = 1_000;

    /** Who may close what belongs to anybody. */
    private static final Set<Role> FOR_ALL = Set.of(Role.ADMINISTRATOR, Role.OPERATOR);

    private final UnitOfWork unitOfWork;
    private final ExceptionCaseStore cases;
    private final Clock clock;

    @Activate
    public ExceptionCasesService(
            @Reference UnitOfWork unitOfWork, @Reference ExceptionCaseStore cases, @Reference Clock clock) {
        this.unitOfWork = unitOfWork;
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public List<ExceptionCase> list(ExceptionFilter filter, Optional<Long> after, int limit) {
        if (limit < 1 || limit > MOST_LISTED) {
            throw new WrongQuestionException("the limit is 1 to " + MOST_LISTED + ", not " + limit);
        }
        return unitOfWork.required(() -> cases.list(filter, clock.instant(), after, limit));
    }

    @Override
    public Optional<ExceptionCase> find(long number) {
        return unitOfWork.required(() -> cases.find(number));
    }

    @Override
    public List<ExceptionCase> ofEvent(EventId event) {
        return unitOfWork.required(() -> cases.ofEvent(event));
    }

    @Override
    public ExceptionFigures figures() {
        return unitOfWork.required(() -> cases.figures(clock.instant()));
    }

    @Override
    public Outcome<ExceptionCase> close(Caller caller, long number, String reason) {
        List<Violation> problems = Reason.problems(reason, "say what was found or done");
        if (!problems.isEmpty()) {
            return new Outcome.Refused<>(problems);
        }
        return changed(number, known -> {
            if (known.closing().isPresent()) {
                ExceptionCase.Closing closing = known.closing().get();
                return closing.by().equals(caller.name()) && closing.reason().equals(reason)
                        ? new Outcome.AlreadyDone<>(known)
                        : closedAlready(known);
            }
            if (FOR_ALL.stream().noneMatch(caller.roles()::contains)
                    && !caller.roles().contains(known.owner())) {
                return refused(
                        EXCEPTION_OF_OTHER_OWNER,
                        "number",
                        "exception " + number + " belongs to " + known.owner().code()
                                + ": ask them, or have it given to you");
            }
            return saved(CaseOpeningService.closed(known, caller.name(), now(), reason));
        });
    }

    @Override
    public Outcome<ExceptionCase> assign(long number, Role owner, Instant deadline) {
        if (!owner.isOfLogin()) {
            return refused(OWNER_UNKNOWN, "owner", "no login has the role " + owner.code() + ": choose another");
        }
        Instant until = deadline.truncatedTo(ChronoUnit.MICROS);
        return changed(number, known -> {
            if (known.closing().isPresent()) {
                return closedAlready(known);
            }
            if (known.owner() == owner && known.deadline().equals(until)) {
                return new Outcome.AlreadyDone<>(known);
            }
            if (until.isBefore(clock.instant())) {
                return refused(DEADLINE_PAST, "deadline", until + " is over: choose a later one");
            }
            return saved(new ExceptionCase(
                    number,
                    known.code(),
                    known.event(),
                    known.lot(),
                    known.site(),
                    known.message(),
                    owner,
                    until,
                    known.opened(),
                    Optional.empty()));
        });
    }

    /** Two who change the same case wait for each other. */
    private Outcome<ExceptionCase> changed(long number, Function<ExceptionCase, Outcome<ExceptionCase>> change) {
        return unitOfWork.required(() -> cases.lock(number)
                .map(change)
                .orElseGet(() -> refused(
                        EXCEPTION_UNKNOWN, "number", "there is no exception " + number + ": check the number")));
    }

    private Outcome<ExceptionCase> saved(ExceptionCase changed) {
        cases.save(changed);
        return new Outcome.Done<>(changed);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Outcome<ExceptionCase> closedAlready(ExceptionCase known) {
        ExceptionCase.Closing closing = known.closing().orElseThrow();
        return refused(
                EXCEPTION_CLOSED,
                "number",
                "exception " + known.number() + " was closed by " + closing.by() + " at " + closing.at() + ": "
                        + closing.reason());
    }

    private static Outcome<ExceptionCase> refused(String code, String property, String message) {
        return new Outcome.Refused<>(List.of(new Violation(code, property, message)));
    }
}
