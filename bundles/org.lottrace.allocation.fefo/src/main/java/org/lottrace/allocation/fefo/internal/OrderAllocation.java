package org.lottrace.allocation.fefo.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lottrace.api.allocation.AllocationDecision;
import org.lottrace.api.allocation.Candidate;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Position;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/** What an order takes of what is free, line by line. Writes nothing. */
final class OrderAllocation {
    private final OrderProgress progress;
    private final DecisionRecord record;

    OrderAllocation(OrderProgress progress, DecisionRecord record) {
        this.progress = progress;
        this.record = record;
    }

    /**
     * What is to be written, and what the order has then.
     *
     * @param taken what was taken now
     * @param changed reservations with what was reserved at the same position before
     * @param decided one for each line that wanted something
     * @param reserved all that is reserved for the order then
     * @param served its lines then, each with what was looked at
     */
    record Taking(
            List<Reservation> taken,
            List<Reservation> changed,
            List<AllocationDecision> decided,
            List<Reservation> reserved,
            List<LineAllocation> served) {}

    /**
     * @param before what is reserved for the order
     * @param wanted how much a line may take now, no more than it is short by
     */
    Taking take(LockedOrder locked, List<Reservation> before, Function<LineAllocation, Quantity> wanted) {
        Map<OrderLineReference, List<Candidate>> chosen = new HashMap<>();
        List<Reservation> taken = new ArrayList<>();
        List<Reservation> changed = new ArrayList<>();
        List<AllocationDecision> decided = new ArrayList<>();
        for (LineAllocation line : progress.of(locked.order(), locked.shipped(), before)) {
            Quantity needed = wanted.apply(line);
            if (needed.isPositive()) {
                List<Candidate> candidates = locked.choose(line.item(), needed);
                List<Reservation> ofLine = taken(line, candidates);
                locked.stock().take(ofLine);
                taken.addAll(ofLine);
                ofLine.forEach(reservation -> changed.add(kept(line, reservation)));
                chosen.put(line.orderLine(), candidates);
                decided.add(record.of(line, locked.terms(), needed, candidates, Optional.empty()));
            }
        }
        List<Reservation> after = after(before, changed);
        return new Taking(
                taken,
                changed,
                decided,
                after,
                progress.of(locked.order(), locked.shipped(), after).stream()
                        .map(line -> withCandidates(line, chosen.getOrDefault(line.orderLine(), List.of())))
                        .toList());
    }

    private static List<Reservation> taken(LineAllocation line, List<Candidate> candidates) {
        return candidates.stream()
                .filter(candidate -> candidate.taken().isPositive())
                .map(candidate ->
                        new Reservation(line.orderLine(), candidate.lot(), candidate.position(), candidate.taken()))
                .toList();
    }

    /** With what was reserved at the same position before. */
    private static Reservation kept(LineAllocation line, Reservation taken) {
        Quantity already = reservedAt(line, taken.lot(), taken.position(), taken.quantity());
        return new Reservation(taken.orderLine(), taken.lot(), taken.position(), already.plus(taken.quantity()));
    }

    static Quantity reservedAt(LineAllocation line, LotKey lot, Position position, Quantity like) {
        return line.reservations().stream()
                .filter(r -> r.lot().equals(lot) && r.position().equals(position))
                .map(Reservation::quantity)
                .reduce(Quantity.zero(like.unit()), Quantity::plus);
    }

    private static List<Reservation> after(List<Reservation> before, List<Reservation> changed) {
        return Stream.concat(
                        before.stream().filter(old -> changed.stream().noneMatch(now -> isSame(old, now))),
                        changed.stream())
                .toList();
    }

    private static boolean isSame(Reservation one, Reservation other) {
        return one.orderLine().equals(other.orderLine())
                && one.lot().equals(other.lot())
                && one.position().equals(other.position());
    }

    private static LineAllocation withCandidates(LineAllocation line, List<Candidate> candidates) {
        return new LineAllocation(
                line.orderLine(), line.item(), line.ordered(), line.shipped(), line.reservations(), candidates);
    }
}
