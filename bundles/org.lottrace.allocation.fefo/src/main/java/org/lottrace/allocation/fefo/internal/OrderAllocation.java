package org.lottrace.allocation.fefo.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.allocation.AllocationDecision;
import org.lottrace.api.allocation.Candidate;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.ReservationKind;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/** What an order takes of what is free, line by line. Writes nothing but what it takes from others ({@link SoftTaking}). */
final class OrderAllocation {
    private final OrderProgress progress;
    private final DecisionRecord record;
    private final SoftTaking soft;

    OrderAllocation(OrderProgress progress, DecisionRecord record, SoftTaking soft) {
        this.progress = progress;
        this.record = record;
        this.soft = soft;
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
    Taking take(
            LockedOrder locked, List<Reservation> before, Function<LineAllocation, Quantity> wanted, Manner manner) {
        Map<OrderLineReference, List<Candidate>> chosen = new HashMap<>();
        List<Reservation> taken = new ArrayList<>();
        List<Reservation> changed = new ArrayList<>();
        List<AllocationDecision> decided = new ArrayList<>();
        if (manner.makesFirm()) {
            before.stream()
                    .filter(Reservation::isSoft)
                    .map(one -> one.lasting(ReservationKind.FIRM))
                    .forEach(changed::add);
        }
        for (LineAllocation line : progress.of(locked.order(), locked.shipped(), before)) {
            Quantity needed = wanted.apply(line);
            if (needed.isPositive()) {
                List<Candidate> candidates = choose(locked, line, needed, manner);
                List<Reservation> ofLine = taken(line, candidates, manner);
                locked.stock().take(ofLine);
                taken.addAll(ofLine);
                ofLine.forEach(reservation -> {
                    changed.removeIf(reservation::isOfSameGoods);
                    changed.add(kept(line, reservation));
                });
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

    private List<Candidate> choose(LockedOrder locked, LineAllocation line, Quantity needed, Manner manner) {
        ItemNumber item = line.item();
        Set<LotKey> already = line.reservations().stream().map(Reservation::lot).collect(Collectors.toSet());
        Supplier<List<Candidate>> choice = () -> locked.choose(item, needed, already);
        List<Candidate> free = choice.get();
        Quantity missing = free.stream().map(Candidate::taken).reduce(needed, Quantity::minus);
        return manner.takesSoft() && missing.isPositive() ? soft.take(locked, item, choice, free) : free;
    }

    private static List<Reservation> taken(LineAllocation line, List<Candidate> candidates, Manner manner) {
        return candidates.stream()
                .filter(candidate -> candidate.taken().isPositive())
                .map(candidate -> manner.of(line.orderLine(), candidate.lot(), candidate.position(), candidate.taken()))
                .toList();
    }

    /** With what was reserved at the same position before. */
    private static Reservation kept(LineAllocation line, Reservation taken) {
        return line.reservations().stream()
                .filter(taken::isOfSameGoods)
                .reduce(taken, (sum, before) -> sum.plus(before));
    }

    private static List<Reservation> after(List<Reservation> before, List<Reservation> changed) {
        return Stream.concat(
                        before.stream().filter(old -> changed.stream().noneMatch(old::isOfSameGoods)), changed.stream())
                .toList();
    }

    private static LineAllocation withCandidates(LineAllocation line, List<Candidate> candidates) {
        return new LineAllocation(
                line.orderLine(), line.item(), line.ordered(), line.shipped(), line.reservations(), candidates);
    }
}
