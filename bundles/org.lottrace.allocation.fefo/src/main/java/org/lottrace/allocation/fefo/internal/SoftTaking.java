package org.lottrace.allocation.fefo.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.lottrace.api.allocation.AllocationDecision;
import org.lottrace.api.allocation.Candidate;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.store.AllocationDecisionStore;
import org.lottrace.api.allocation.store.ReservationStore;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.order.Demand;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.violation.Violation;

/**
 * Takes soft reservations from orders that are delivered later, or whose time is over, for one that has too little, and ends them. Needs
 * the lock of the items. Who loses something finds it among the decisions of its order.
 */
final class SoftTaking {
    static final String TAKEN = "SOFT_TAKEN";
    static final String ENDED = "SOFT_ENDED";

    private final Demands demands;
    private final ReservationStore reservations;
    private final AllocationDecisionStore decisions;
    private final DecisionRecord record;
    private final Clock clock;

    SoftTaking(
            Demands demands,
            ReservationStore reservations,
            AllocationDecisionStore decisions,
            DecisionRecord record,
            Clock clock) {
        this.demands = demands;
        this.reservations = reservations;
        this.decisions = decisions;
        this.record = record;
        this.clock = clock;
    }

    /**
     * Takes what others have softly, as far as the line gets more by it: first what is over, then from those that are delivered last, of
     * one day the newest first.
     *
     * @param choice what the line takes of what is free when it is asked
     * @param free what it takes of what is free now
     * @return what it takes then; free are just the goods for it
     */
    List<Candidate> take(LockedOrder locked, ItemNumber item, Supplier<List<Candidate>> choice, List<Candidate> free) {
        List<Reservation> soft =
                locked.stock().softOfOthers(item, locked.order().reference());
        if (soft.isEmpty()) {
            return free;
        }
        Instant now = clock.instant();
        Map<DocumentReference, LocalDate> deliveries = deliveries(soft);
        List<Reservation> givingWay = new ArrayList<>(soft);
        Collections.reverse(givingWay);
        givingWay.removeIf(one -> !one.hasEndedBy(now)
                && !delivery(one, deliveries).isAfter(locked.order().deliveryDate()));
        givingWay.sort(Comparator.comparing((Reservation one) -> !one.hasEndedBy(now))
                .thenComparing(one -> delivery(one, deliveries), Comparator.reverseOrder()));
        if (givingWay.isEmpty()) {
            return free;
        }
        SoftChoice.Chosen chosen = new SoftChoice(locked.stock(), choice, free).of(givingWay);
        List<AllocationDecision> lost = new ArrayList<>();
        chosen.given().forEach((one, part) -> {
            write(one, part);
            locked.stock().giveBackSoft(one, part);
            lost.add(
                    one.hasEndedBy(now)
                            ? ended(one.of(part), deliveries)
                            : taken(one.of(part), locked.order(), deliveries));
        });
        decisions.insert(lost);
        return chosen.candidates();
    }

    /** Ends all of them: their time is over. */
    void end(List<Reservation> over) {
        Map<DocumentReference, LocalDate> deliveries = deliveries(over);
        reservations.remove(over);
        decisions.insert(over.stream().map(one -> ended(one, deliveries)).toList());
    }

    private void write(Reservation before, Quantity part) {
        Quantity left = before.quantity().minus(part);
        if (left.isPositive()) {
            reservations.save(before.of(left));
        } else {
            reservations.remove(List.of(before));
        }
    }

    private AllocationDecision taken(Reservation part, Demand by, Map<DocumentReference, LocalDate> deliveries) {
        return lost(
                part,
                deliveries,
                TAKEN,
                part.quantity() + " of lot " + part.lot() + " that were reserved softly go to " + by.reference()
                        + ", which needs them earlier, on " + by.deliveryDate()
                        + "; allocate the order again");
    }

    private AllocationDecision ended(Reservation over, Map<DocumentReference, LocalDate> deliveries) {
        return lost(
                over,
                deliveries,
                ENDED,
                over.quantity() + " of lot " + over.lot() + " were reserved softly until "
                        + over.until().orElseThrow() + "; allocate the order again if it still wants them");
    }

    private AllocationDecision lost(
            Reservation part, Map<DocumentReference, LocalDate> deliveries, String code, String message) {
        return record.lost(
                part,
                deliveries.getOrDefault(part.orderLine().order(), LocalDate.EPOCH),
                new Violation(code, "position", message));
    }

    private Map<DocumentReference, LocalDate> deliveries(List<Reservation> soft) {
        return demands
                .with(soft.stream()
                        .map(one -> one.orderLine().order())
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(Demand::reference, Demand::deliveryDate));
    }

    /** An order that is not known any more wants nothing. */
    private static LocalDate delivery(Reservation one, Map<DocumentReference, LocalDate> deliveries) {
        return Optional.ofNullable(deliveries.get(one.orderLine().order())).orElse(LocalDate.MAX);
    }
}
