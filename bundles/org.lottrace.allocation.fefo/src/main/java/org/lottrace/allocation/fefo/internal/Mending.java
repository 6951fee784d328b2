package org.lottrace.allocation.fefo.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.allocation.AllocationDecision;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.allocation.LostReservations;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.store.AllocationDecisionStore;
import org.lottrace.api.allocation.store.ReservationStore;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.exceptioncase.CaseOpening;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.order.Demand;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.violation.Violation;

/** Plans anew what one order lost, under the lock of its items; what is still missing then is a case, which is written last. */
final class Mending {
    private final ReservationStore reservations;
    private final AllocationDecisionStore decisions;
    private final Demands demands;
    private final OrderAllocation allocation;
    private final Losses losses;
    private final LedgerStore events;
    private final CaseOpening cases;

    Mending(
            ReservationStore reservations,
            AllocationDecisionStore decisions,
            Demands demands,
            OrderAllocation allocation,
            Losses losses,
            LedgerStore events,
            CaseOpening cases) {
        this.reservations = reservations;
        this.decisions = decisions;
        this.demands = demands;
        this.allocation = allocation;
        this.losses = losses;
        this.events = events;
        this.cases = cases;
    }

    /** @return the lines then; empty when nothing was lost */
    Optional<List<LineAllocation>> mend(LockedOrder locked) {
        Overruled overruled = Overruled.of(decisions, locked.order().reference());
        List<Reservation> gone = giveBack(locked, overruled);
        Map<OrderLineReference, List<AllocationDecision>> open =
                losses.openOf(locked.order().reference());
        Optional<List<LineAllocation>> mended =
                open.isEmpty() ? Optional.empty() : Optional.of(reserve(locked, gone, open));
        locked.before().stream().filter(Reservation::isPicked).forEach(one -> tellIfPicked(locked, one, overruled));
        return mended;
    }

    private List<Reservation> giveBack(LockedOrder locked, Overruled overruled) {
        Map<Reservation, String> lapsed = Lapsed.of(locked, overruled);
        List<Reservation> gone = List.copyOf(lapsed.keySet());
        List<AllocationDecision> kept =
                gone.stream().map(one -> losses.of(one, lapsed.get(one))).toList();
        locked.stock().giveBack(gone);
        reservations.remove(gone);
        decisions.insert(kept);
        return gone;
    }

    private List<LineAllocation> reserve(
            LockedOrder locked, List<Reservation> gone, Map<OrderLineReference, List<AllocationDecision>> open) {
        Map<OrderLineReference, Quantity> wanted = new LinkedHashMap<>();
        OrderAllocation.Taking taking = allocation.take(
                locked,
                locked.before().stream().filter(one -> !gone.contains(one)).toList(),
                line -> {
                    // the line may want another item by now
                    Quantity part = open.getOrDefault(line.orderLine(), List.of()).stream()
                            .filter(lost -> lost.item().equals(line.item()))
                            .map(AllocationDecision::needed)
                            .reduce(Quantity::plus)
                            .map(line.shortBy()::min)
                            .orElse(Quantity.zero(line.ordered().unit()));
                    wanted.put(line.orderLine(), part);
                    return part;
                },
                Manner.AGAIN);
        taking.substituted(locked).ifPresent(demands::save);
        reservations.save(taking.changed());
        decisions.insert(taking.decided());
        open.forEach((line, lost) -> {
            Optional<Quantity> part = Optional.ofNullable(wanted.get(line)).filter(Quantity::isPositive);
            if (part.isEmpty()) {
                losses.settle(lost.get(0));
            }
            part.map(all -> taken(taking, line, all).minus(replaced(locked.order(), taking.order(), line.line(), all)))
                    .filter(Quantity::isPositive)
                    .ifPresent(missing -> tell(
                            locked,
                            lost.get(0).candidates().get(0).lot(),
                            line + " lost " + sum(lost) + " of item "
                                    + lost.get(0).item() + ", and " + missing
                                    + " cannot be replaced for "
                                    + locked.order().deliveryDate() + ": find other goods or agree on less. "
                                    + lost.get(0)
                                            .candidates()
                                            .get(0)
                                            .reasons()
                                            .get(0)
                                            .message()));
        });
        return taking.served();
    }

    /** @return what is missing after it */
    private static Quantity taken(OrderAllocation.Taking taking, OrderLineReference line, Quantity wanted) {
        return taking.taken().stream()
                .filter(one -> one.orderLine().equals(line))
                .map(Reservation::quantity)
                .reduce(wanted, Quantity::minus);
    }

    /** @return how much of the line other goods take the place of now, that did not before; in the unit of what is wanted */
    private static Quantity replaced(Demand before, Demand after, int line, Quantity wanted) {
        Quantity none = Quantity.zero(wanted.unit());
        return replaced(after, line, none).minus(replaced(before, line, none));
    }

    private static Quantity replaced(Demand order, int line, Quantity none) {
        return order.lines().stream()
                .map(Demand.Line.class::cast)
                .flatMap(one -> one.insteadOf().stream())
                .filter(instead -> instead.line() == line)
                .map(SalesOrder.InsteadOf::quantity)
                .reduce(none, Quantity::plus);
    }

    private static Quantity sum(List<AllocationDecision> lost) {
        return lost.stream()
                .map(AllocationDecision::needed)
                .reduce(Quantity::plus)
                .orElseThrow();
    }

    /** It stands until it is unpicked, and it must not leave: somebody has to go there. */
    private void tellIfPicked(LockedOrder locked, Reservation picked, Overruled overruled) {
        List<Violation> reasons =
                locked.stock().reasonsAgainst(picked, overruled.isWanted(picked.orderLine(), picked.lot()));
        if (!reasons.isEmpty()) {
            tell(
                    locked,
                    picked.lot(),
                    picked.orderLine() + " has " + picked.quantity() + " of lot " + picked.lot() + " picked at "
                            + picked.position() + " that must not leave: "
                            + Lapsed.because(reasons));
        }
    }

    /** The newest event of the lot is what it follows from, or what was there before. */
    private void tell(LockedOrder locked, LotKey lot, String message) {
        List<RecordedEvent> history = events.historyOf(List.of(lot));
        EventId newest = history.get(history.size() - 1).event().id();
        cases.openOnce(
                LostReservations.NOT_MENDED,
                newest,
                Optional.of(lot),
                locked.order().shipFrom(),
                message);
    }
}
