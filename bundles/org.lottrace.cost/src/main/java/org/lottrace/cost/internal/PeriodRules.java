package org.lottrace.cost.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.cost.AccountingPeriods;
import org.lottrace.api.cost.CloseCheck;
import org.lottrace.api.cost.PeriodLock;
import org.lottrace.api.cost.PeriodSnapshot;
import org.lottrace.api.cost.PeriodStep;
import org.lottrace.api.cost.store.PeriodStore;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.violation.Reason;
import org.lottrace.api.violation.Violation;
import org.lottrace.cost.internal.AccountingCalendar.Days;

/** What stands in the way of locking a period, of signing it and of opening it again. */
final class PeriodRules {

    private final PeriodStore periods;
    private final AccountingCalendar calendar;
    private final PeriodFigures figures;

    PeriodRules(PeriodStore periods, AccountingCalendar calendar, PeriodFigures figures) {
        this.periods = periods;
        this.calendar = calendar;
        this.figures = figures;
    }

    List<Violation> lock(Days days, PeriodHistory history, List<CloseCheck> found, PeriodLock request) {
        List<Violation> problems = new ArrayList<>(notNext(days, history));
        problems.addAll(open(found, request));
        return problems;
    }

    List<Violation> sign(Caller caller, PeriodStep lock, String hash) {
        List<Violation> problems = new ArrayList<>();
        Optional<PeriodSnapshot> snapshot = figures.of(lock);
        if (snapshot.isEmpty()) {
            problems.add(new Violation(
                    AccountingPeriods.SNAPSHOT_MISSING,
                    "to",
                    "the figures of the period are not worked out, because events before its lock were not booked: see the progress of"
                            + " costing, then lock it once more"));
        }
        snapshot.filter(figure -> !figure.hash().equals(hash))
                .ifPresent(figure -> problems.add(new Violation(
                        "HASH_DIFFERS",
                        "hash",
                        "the figures of the period have the hash " + figure.hash()
                                + ": look at them, and sign that one")));
        if (lock.by().equals(caller.name())) {
            problems.add(new Violation(
                    AccountingPeriods.SIGNER_LOCKED,
                    "to",
                    caller.name() + " has locked the period: somebody else signs it"));
        }
        if (periods.captured(caller.name(), lock.from(), lock.to())) {
            problems.add(new Violation(
                    AccountingPeriods.SIGNER_CAPTURED,
                    "to",
                    caller.name() + " has captured movements of the period: another controller signs it"));
        }
        return problems;
    }

    List<Violation> reopen(LocalDate to, PeriodHistory history, String reason) {
        List<Violation> problems = new ArrayList<>();
        history.closedUntil()
                .filter(last -> !last.equals(to))
                .ifPresent(last -> problems.add(new Violation(
                        AccountingPeriods.LATER_PERIOD_CLOSED,
                        "to",
                        "the period until " + last + " is locked, too: open that one again first")));
        problems.addAll(Reason.problems(reason, "say why the period is opened again"));
        return problems;
    }

    private List<Violation> notNext(Days days, PeriodHistory history) {
        List<Violation> problems = new ArrayList<>();
        if (!days.to().isBefore(calendar.today())) {
            problems.add(new Violation(
                    AccountingPeriods.PERIOD_NOT_OVER,
                    "to",
                    "it is " + calendar.today() + " where the books are kept: lock the period when " + days.to()
                            + " is over"));
        }
        history.closedUntil()
                .map(last -> last.plusDays(1))
                .or(periods::firstDay)
                .filter(open -> open.isBefore(days.from()))
                .ifPresent(open -> problems.add(new Violation(
                        AccountingPeriods.EARLIER_PERIOD_OPEN,
                        "to",
                        "the period until " + calendar.of(open).to() + " is open: lock that one first")));
        return problems;
    }

    private static List<Violation> open(List<CloseCheck> found, PeriodLock request) {
        List<Violation> problems = new ArrayList<>();
        for (CloseCheck check : found) {
            boolean isAccepted =
                    check.kind().isAcceptable() && request.accepted().contains(check.kind());
            if (!check.isPassed() && !isAccepted) {
                problems.add(new Violation(
                        AccountingPeriods.CHECK_OPEN,
                        "accepted",
                        check.kind().code() + " has found " + check.found()
                                + (check.kind().isAcceptable()
                                        ? ": look at them, put them right, or accept the check and say why"
                                        : ": look at them and put them right; it cannot be accepted")));
            }
        }
        problems.addAll(
                accepted(found, request).isEmpty()
                        ? Reason.tooLong(request.reason())
                        : Reason.problems(request.reason(), "say why what the checks have found is accepted"));
        return problems;
    }

    /** @return the checks that have found something, and that the request accepts */
    static List<CloseCheck.Kind> accepted(List<CloseCheck> found, PeriodLock request) {
        return found.stream()
                .filter(check -> !check.isPassed())
                .map(CloseCheck::kind)
                .filter(kind -> kind.isAcceptable() && request.accepted().contains(kind))
                .toList();
    }
}
