package org.lottrace.allocation.fefo.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lottrace.api.allocation.AllocationDecision.Deviation;
import org.lottrace.api.allocation.AllocationDecisions;
import org.lottrace.api.allocation.Candidate;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.allocation.OtherLot;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.store.AllocationDecisionStore;
import org.lottrace.api.allocation.store.ReservationStore;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.violation.Reason;
import org.lottrace.api.violation.Violation;

/** Reserves the lot that somebody wants, gives back what it takes the place of, and keeps that it was not the rules' choice. */
final class OtherLotChoice {
    private static final Set<String> MIND_ONLY_NEW_GOODS = Set.of("FULLY_RESERVED", "LOCATION_NOT_ALLOCATABLE");

    private final OrderProgress progress;
    private final ReservationStore reservations;
    private final AllocationDecisionStore decisions;
    private final DecisionRecord record;

    OtherLotChoice(
            OrderProgress progress,
            ReservationStore reservations,
            AllocationDecisionStore decisions,
            DecisionRecord record) {
        this.progress = progress;
        this.reservations = reservations;
        this.decisions = decisions;
        this.record = record;
    }

    Outcome<LineAllocation> take(Caller caller, LockedOrder order, OtherLot wanted) {
        Optional<LineAllocation> found = line(order, order.before(), wanted);
        if (found.isEmpty()) {
            return new Outcome.Refused<>(List.of(new Violation(
                    "ORDER_LINE_UNKNOWN",
                    "orderLine",
                    Allocating.said(order.order().reference()) + " has no line "
                            + wanted.orderLine().line() + " for " + wanted.lot().item())));
        }
        LineAllocation line = found.get();
        List<Violation> problems = againstRequest(line, wanted);
        if (!problems.isEmpty()) {
            return new Outcome.Refused<>(problems);
        }
        Quantity already = reservedOf(line, wanted);
        if (already.compareTo(wanted.quantity()) >= 0) {
            return reserved(caller, order, line, wanted);
        }
        Quantity more = wanted.quantity().minus(already);
        List<Candidate> candidates = order.choose(line.item(), more);
        problems = againstLot(candidates, more, wanted);
        if (!problems.isEmpty()) {
            return new Outcome.Refused<>(problems);
        }
        List<Reservation> after = replaced(order.before(), line, wanted, more);
        keep(caller, order, line, wanted, more, withDisagreement(order, wanted, candidates, after));
        return new Outcome.Done<>(line(order, after, wanted).orElseThrow());
    }

    /**
     * What is reserved already and may not go, because a rule or the day is another one by now, may go when somebody says why. What
     * was said once counts.
     */
    private Outcome<LineAllocation> reserved(Caller caller, LockedOrder order, LineAllocation line, OtherLot wanted) {
        List<Candidate> candidates =
                withDisagreement(order, wanted, order.choose(line.item(), wanted.quantity()), line.reservations());
        List<Violation> reasons = candidates.stream()
                .filter(one -> isWanted(one, wanted))
                .flatMap(one -> one.reasons().stream())
                .filter(reason -> !MIND_ONLY_NEW_GOODS.contains(reason.code()))
                .toList();
        boolean isForbidden = reasons.stream().anyMatch(reason -> RuleJudge.FORBIDDEN.contains(reason.code()));
        if (!isForbidden
                || Overruled.of(decisions, order.order().reference()).isWanted(wanted.orderLine(), wanted.lot())) {
            return new Outcome.AlreadyDone<>(line);
        }
        List<Violation> others = reasons.stream()
                .filter(reason -> !RuleJudge.CODES.contains(reason.code()))
                .toList();
        if (!others.isEmpty()) {
            return new Outcome.Refused<>(others);
        }
        keep(caller, order, line, wanted, wanted.quantity(), candidates);
        return new Outcome.Done<>(line);
    }

    private void keep(
            Caller caller,
            LockedOrder order,
            LineAllocation line,
            OtherLot wanted,
            Quantity taken,
            List<Candidate> candidates) {
        decisions.insert(List.of(record.of(
                line,
                order.terms(),
                taken,
                candidates.stream().map(one -> given(one, wanted, taken)).toList(),
                Optional.of(new Deviation(caller.name(), wanted.reason())))));
    }

    /** With that the wanted lot does not agree with what else the line has. */
    private static List<Candidate> withDisagreement(
            LockedOrder order, OtherLot wanted, List<Candidate> candidates, List<Reservation> reserved) {
        Optional<Violation> disagreement = order.disagreement(
                wanted.lot(),
                reserved.stream()
                        .filter(one -> one.orderLine().equals(wanted.orderLine()))
                        .map(Reservation::lot)
                        .toList());
        return candidates.stream()
                .map(one -> isWanted(one, wanted) ? with(one, disagreement) : one)
                .toList();
    }

    private static Candidate with(Candidate one, Optional<Violation> reason) {
        return new Candidate(
                one.lot(),
                one.position(),
                one.expiry(),
                one.available(),
                one.taken(),
                Stream.concat(one.reasons().stream(), reason.stream()).toList());
    }

    private Optional<LineAllocation> line(LockedOrder order, List<Reservation> reserved, OtherLot wanted) {
        return progress.of(order.order(), order.shipped(), reserved).stream()
                .filter(line -> line.orderLine().equals(wanted.orderLine())
                        && line.item().equals(wanted.lot().item()))
                .findFirst();
    }

    private static List<Violation> againstRequest(LineAllocation line, OtherLot wanted) {
        List<Violation> problems = new ArrayList<>();
        problems.addAll(Reason.problems(wanted.reason(), "say why another lot is taken"));
        Quantity open = line.ordered().minus(line.shipped());
        if (!wanted.quantity().unit().equals(open.unit())) {
            problems.add(new Violation(
                    "UNIT_UNKNOWN",
                    "quantity",
                    "say it in the base unit, " + open.unit() + ", not in "
                            + wanted.quantity().unit()));
        } else if (!wanted.quantity().isPositive()) {
            problems.add(new Violation("QUANTITY_NOT_POSITIVE", "quantity", "take more than nothing"));
        } else if (wanted.quantity().compareTo(open) > 0) {
            problems.add(new Violation(
                    AllocationDecisions.MORE_THAN_OPEN,
                    "quantity",
                    "the line has still to get " + open + ", not " + wanted.quantity()));
        }
        return problems;
    }

    /** Everything but what only rules have against it. */
    private static List<Violation> againstLot(List<Candidate> candidates, Quantity more, OtherLot wanted) {
        Optional<Candidate> there =
                candidates.stream().filter(one -> isWanted(one, wanted)).findFirst();
        List<Violation> problems = new ArrayList<>();
        there.stream()
                .flatMap(one -> one.reasons().stream())
                .filter(reason -> !RuleJudge.CODES.contains(reason.code())
                        && !reason.code().equals("FULLY_RESERVED"))
                .forEach(problems::add);
        if (there.filter(one -> one.available().compareTo(more) >= 0).isEmpty()) {
            problems.add(new Violation(
                    AllocationDecisions.NOT_FREE,
                    "position",
                    "of lot " + wanted.lot() + " at " + wanted.position() + " "
                            + there.map(Candidate::available).orElse(Quantity.zero(more.unit()))
                            + " are free, not " + more));
        }
        return problems;
    }

    /** @return what is reserved for the order then */
    private List<Reservation> replaced(List<Reservation> before, LineAllocation line, OtherLot wanted, Quantity more) {
        Quantity tooMuch = more.minus(more.min(line.shortBy()));
        List<Reservation> newestFirst = new ArrayList<>(before);
        Collections.reverse(newestFirst);
        List<Reservation> gone = new ArrayList<>();
        List<Reservation> saved = new ArrayList<>();
        for (Reservation one : newestFirst) {
            if (one.orderLine().equals(wanted.orderLine()) && !isWanted(one, wanted) && tooMuch.isPositive()) {
                Quantity part = tooMuch.min(one.quantity());
                tooMuch = tooMuch.minus(part);
                Quantity rest = one.quantity().minus(part);
                gone.add(one);
                if (rest.isPositive()) {
                    saved.add(one.of(rest));
                }
            }
        }
        saved.add(line.reservations().stream()
                .filter(one -> isWanted(one, wanted))
                .reduce(
                        new Reservation(wanted.orderLine(), wanted.lot(), wanted.position(), more),
                        (sum, one) -> sum.plus(one)));
        reservations.remove(gone.stream()
                .filter(one -> saved.stream().noneMatch(other -> one.isOfSameGoods(other)))
                .toList());
        reservations.save(saved);
        List<Reservation> after = new ArrayList<>(before);
        after.removeIf(one ->
                gone.contains(one) || isWanted(one, wanted) && one.orderLine().equals(wanted.orderLine()));
        after.addAll(saved);
        return after;
    }

    private static Candidate given(Candidate one, OtherLot wanted, Quantity more) {
        return new Candidate(
                one.lot(),
                one.position(),
                one.expiry(),
                one.available(),
                isWanted(one, wanted) ? more : Quantity.zero(more.unit()),
                one.reasons());
    }

    private static Quantity reservedOf(LineAllocation line, OtherLot wanted) {
        return line.reservations().stream()
                .filter(one -> isWanted(one, wanted))
                .map(Reservation::quantity)
                .reduce(Quantity.zero(line.ordered().unit()), Quantity::plus);
    }

    private static boolean isWanted(Reservation one, OtherLot wanted) {
        return one.lot().equals(wanted.lot()) && one.position().equals(wanted.position());
    }

    private static boolean isWanted(Candidate one, OtherLot wanted) {
        return one.lot().equals(wanted.lot()) && one.position().equals(wanted.position());
    }
}
