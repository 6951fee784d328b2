package org.lottrace.allocation.fefo.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import org.lottrace.api.allocation.Substitute;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.order.Demand;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.quantity.Quantity;

/** What an order takes of what is free, line by line. Writes nothing but what it takes from others ({@link SoftTaking}). */
final class OrderAllocation {
    private final OrderProgress progress;
    private final DecisionRecord record;
    private final SoftTaking soft;
    private final SubstituteLines substitutes;

    OrderAllocation(OrderProgress progress, DecisionRecord record, SoftTaking soft, SubstituteLines substitutes) {
        this.progress = progress;
        this.record = record;
        this.soft = soft;
        this.substitutes = substitutes;
    }

    /**
     * What is to be written, and what the order has then.
     *
     * @param taken what was taken now
     * @param changed reservations with what was reserved at the same position before
     * @param decided one for each line that wanted something
     * @param reserved all that is reserved for the order then
     * @param served its lines then, each with what was looked at
     * @param order the order then: with lines for what was taken in the place of others
     */
    record Taking(
            List<Reservation> taken,
            List<Reservation> changed,
            List<AllocationDecision> decided,
            List<Reservation> reserved,
            List<LineAllocation> served,
            Demand order) {
        /** @return the order when something was taken in the place of another item, so that it is to be saved */
        Optional<SalesOrder> substituted(LockedOrder before) {
            return isSubstituted(before) && order instanceof SalesOrder sale ? Optional.of(sale) : Optional.empty();
        }

        /** @return true when something was taken in the place of another item, so that the order is to be saved */
        boolean isSubstituted(LockedOrder before) {
            return order != before.order();
        }
    }

    /**
     * @param before what is reserved for the order
     * @param wanted how much a line may take now, no more than it is short by
     */
    Taking take(
            LockedOrder locked, List<Reservation> before, Function<LineAllocation, Quantity> wanted, Manner manner) {
        Work work = new Work(locked, before, manner);
        if (manner.makesFirm()) {
            before.stream()
                    .filter(Reservation::isSoft)
                    .map(one -> one.lasting(ReservationKind.FIRM))
                    .forEach(work.changed::add);
        }
        Map<LineAllocation, Quantity> missing = new LinkedHashMap<>();
        for (LineAllocation line : progress.of(locked.order(), locked.shipped(), before)) {
            Quantity needed = wanted.apply(line);
            if (needed.isPositive()) {
                List<Candidate> candidates = choose(locked, line, needed, manner);
                work.take(line, candidates);
                work.decided.add(record.of(line, locked.terms(), needed, candidates, Optional.empty()));
                missing.put(line, candidates.stream().map(Candidate::taken).reduce(needed, Quantity::minus));
            }
        }
        // what the customer ordered comes first, on whichever line
        missing.forEach((line, left) -> {
            if (manner.takesSubstitutes() && line.insteadOf().isEmpty()) {
                substitute(work, line, left);
            }
        });
        return work.taking();
    }

    /** What the order takes in the place of what its lines are short by, or could take. */
    Taking takeSubstitutes(LockedOrder locked, List<Reservation> before, Manner manner) {
        Work work = new Work(locked, before, manner);
        for (LineAllocation line : progress.of(locked.order(), locked.shipped(), before)) {
            if (line.insteadOf().isEmpty() && line.shortBy().isPositive()) {
                substitute(work, line, line.shortBy());
            }
        }
        return work.taking();
    }

    /** Takes in the place of what is missing what the rule names, in its order, or tells what could be taken. */
    private void substitute(Work work, LineAllocation line, Quantity missing) {
        if (!(work.order instanceof SalesOrder)) {
            return; // who planned a transfer or a production counts on the item
        }
        AllocationTerms terms = work.locked.terms().of(line.item());
        Quantity left = missing;
        for (Substitute one : terms.substitutes()) {
            if (terms.takesSubstitutes()) {
                left = left.minus(substitute(work, line, left, one).orElse(Quantity.zero(left.unit())));
            } else {
                Substituting.of(work.locked, one, left, Set.of()).ifPresent(part -> work.offered
                        .computeIfAbsent(line.orderLine(), none -> new ArrayList<>())
                        .add(new Substitute(one.item(), part.replaced(), part.instead())));
            }
        }
    }

    /** @return how much of the line is replaced; empty when there is nothing */
    private Optional<Quantity> substitute(Work work, LineAllocation line, Quantity missing, Substitute one) {
        SalesOrder sale = (SalesOrder) work.order;
        int number = SubstituteLines.numberOf(
                sale, work.locked.shipped().keySet(), line.orderLine().line(), one.item());
        OrderLineReference reference = new OrderLineReference(work.order.reference(), number);
        List<Reservation> had = after(work.before, work.changed).stream()
                .filter(reserved -> reserved.orderLine().equals(reference))
                .toList();
        return Substituting.of(
                        work.locked,
                        one,
                        missing,
                        had.stream().map(Reservation::lot).collect(Collectors.toSet()))
                .map(part -> {
                    work.order = substitutes.with(
                            sale, number, line.orderLine().line(), part.replaced(), one.item(), part.instead());
                    LineAllocation its = new LineAllocation(
                            reference,
                            one.item(),
                            part.instead(),
                            Quantity.zero(part.instead().unit()),
                            had,
                            List.of(),
                            Optional.of(line.orderLine().line()),
                            List.of());
                    work.take(its, part.candidates());
                    work.decided.add(record.ofSubstitute(
                            its, work.locked.terms(), line.item(), part.instead(), part.candidates()));
                    return part.replaced();
                });
    }

    /**
     * As {@link #take} with one substitute for one line, whether the rule takes it by itself or not.
     *
     * @return empty when not one step of it is free
     */
    Optional<Taking> substitute(LockedOrder locked, LineAllocation line, Substitute one) {
        Work work = new Work(locked, locked.before(), Manner.FIRMLY);
        return substitute(work, line, line.shortBy(), one).map(replaced -> work.taking());
    }

    /** What has been taken so far. */
    private final class Work {
        private final LockedOrder locked;
        private final List<Reservation> before;
        private final Manner manner;
        private final Map<OrderLineReference, List<Candidate>> chosen = new HashMap<>();
        private final Map<OrderLineReference, List<Substitute>> offered = new HashMap<>();
        private final List<Reservation> taken = new ArrayList<>();
        private final List<Reservation> changed = new ArrayList<>();
        private final List<AllocationDecision> decided = new ArrayList<>();
        private Demand order;

        Work(LockedOrder locked, List<Reservation> before, Manner manner) {
            this.locked = locked;
            this.before = before;
            this.manner = manner;
            this.order = locked.order();
        }

        void take(LineAllocation line, List<Candidate> candidates) {
            List<Reservation> ofLine = taken(line, candidates, manner);
            locked.stock().take(ofLine);
            taken.addAll(ofLine);
            ofLine.forEach(reservation -> {
                changed.removeIf(reservation::isOfSameGoods);
                changed.add(kept(line, reservation));
            });
            chosen.put(line.orderLine(), candidates);
        }

        Taking taking() {
            List<Reservation> after = after(before, changed);
            return new Taking(
                    taken,
                    changed,
                    decided,
                    after,
                    progress.of(order, locked.shipped(), after).stream()
                            .map(line -> withCandidates(
                                    line,
                                    chosen.getOrDefault(line.orderLine(), List.of()),
                                    offered.getOrDefault(line.orderLine(), List.of())))
                            .toList(),
                    order);
        }
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

    private static LineAllocation withCandidates(
            LineAllocation line, List<Candidate> candidates, List<Substitute> offered) {
        return new LineAllocation(
                line.orderLine(),
                line.item(),
                line.ordered(),
                line.shipped(),
                line.reservations(),
                candidates,
                line.insteadOf(),
                offered);
    }
}
