package org.lottrace.allocation.fefo.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.lottrace.api.allocation.AllocationDecision;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Site;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.quantity.Quantity;

/**
 * Serves one order after the other, without writing a reservation: what the earlier ones took is not there for the later ones. An order
 * may come again; it goes on with what it took before.
 */
final class WavePass {
    private final OrderLocking locking;
    private final OrderAllocation allocation;
    private final OrderProgress progress;
    private final Rearrangement rearrangement;
    private final Function<Site, LocalDate> today;
    private final Consumer<List<AllocationDecision>> decided;
    private final Map<ItemNumber, List<Reservation>> taken = new HashMap<>();
    private final Map<String, List<Reservation>> reserved = new HashMap<>();
    private final Map<String, List<Reservation>> changed = new LinkedHashMap<>();
    private final Map<String, List<LineAllocation>> served = new LinkedHashMap<>();
    private final Map<String, Known> orders = new HashMap<>();

    private final List<SalesOrder> substituted = new ArrayList<>();
    private boolean isRearranged;

    /**
     * What is kept of an order to see again how it is served.
     *
     * @param mayBeSubstituted whether a rule names what may take the place of one of its items
     */
    private record Known(
            SalesOrder order,
            Map<OrderLineReference, Quantity> shipped,
            List<Reservation> before,
            boolean mayBeSubstituted) {}

    /** @param decided gets what each order decided */
    WavePass(
            OrderLocking locking,
            OrderAllocation allocation,
            OrderProgress progress,
            DecisionRecord record,
            Function<Site, LocalDate> today,
            Consumer<List<AllocationDecision>> decided) {
        this.locking = locking;
        this.allocation = allocation;
        this.progress = progress;
        this.rearrangement = new Rearrangement(record);
        this.today = today;
        this.decided = decided;
    }

    /** @param wanted how much a line may take now, no more than it is short by */
    void serve(String number, Function<LineAllocation, Quantity> wanted) {
        LockedOrder order = locking.lock(number, today).orElseThrow();
        order.terms().items().forEach(item -> order.stock().take(taken.getOrDefault(item, List.of())));
        OrderAllocation.Taking taking =
                allocation.take(order, reserved.getOrDefault(number, order.before()), wanted, Manner.IN_A_WAVE);
        keep(taking);
        reserved.put(number, taking.reserved());
        orders.put(
                number,
                new Known(
                        order.order(),
                        order.shipped(),
                        order.before(),
                        order.terms().items().stream()
                                .anyMatch(item ->
                                        !order.terms().of(item).substitutes().isEmpty())));
        taking.served().forEach(line -> rearrangement.add(order, line));
        changed.computeIfAbsent(number, none -> new ArrayList<>()).addAll(taking.changed());
        served.put(number, withoutCandidates(taking.served()));
        decided.accept(taking.decided());
    }

    /**
     * Takes for the order what may take the place of what it is short by, or says what it could take. After {@link #rearrange}, so that
     * all orders have got what they want themselves.
     */
    void substitute(String number) {
        Known known = orders.get(number);
        if (!known.mayBeSubstituted()
                || served.get(number).stream().noneMatch(line -> line.shortBy().isPositive())) {
            return;
        }
        if (isRearranged) {
            takeAnew();
            isRearranged = false;
        }
        LockedOrder order = locking.lock(number, today).orElseThrow();
        order.terms().items().forEach(item -> order.stock().take(taken.getOrDefault(item, List.of())));
        OrderAllocation.Taking taking = allocation.takeSubstitutes(order, reserved.get(number), Manner.IN_A_WAVE);
        keep(taking);
        reserved.put(number, taking.reserved());
        changed.get(number).addAll(taking.changed());
        served.put(number, withoutCandidates(taking.served()));
        decided.accept(taking.decided());
        if (taking.isSubstituted(order)) {
            substituted.add(taking.order());
        }
    }

    /** @return orders with lines for what was taken in the place of others */
    List<SalesOrder> substituted() {
        return substituted;
    }

    private void keep(OrderAllocation.Taking taking) {
        taking.taken().forEach(one -> taken.computeIfAbsent(one.lot().item(), none -> new ArrayList<>())
                .add(one));
    }

    /** What was given away of what an order had before counts as taken still: rather too little is free than too much. */
    private void takeAnew() {
        taken.clear();
        reserved.forEach((number, all) -> {
            List<Reservation> before = orders.get(number).before();
            for (Reservation one : all) {
                Quantity more = before.stream()
                        .filter(one::isOfSameGoods)
                        .map(Reservation::quantity)
                        .reduce(one.quantity(), Quantity::minus);
                if (more.isPositive()) {
                    taken.computeIfAbsent(one.lot().item(), none -> new ArrayList<>())
                            .add(one.of(more));
                }
            }
        });
    }

    private static List<LineAllocation> withoutCandidates(List<LineAllocation> lines) {
        return lines.stream()
                .map(line -> new LineAllocation(
                        line.orderLine(),
                        line.item(),
                        line.ordered(),
                        line.shipped(),
                        line.reservations(),
                        List.of(),
                        line.insteadOf(),
                        line.substitutes()))
                .toList();
    }

    /** Lets lines that can have other goods leave theirs to lines that cannot. After it only substitutes are served. */
    void rearrange() {
        isRearranged = true;
        List<AllocationDecision> decisions = new ArrayList<>();
        Set<String> rearranged = new LinkedHashSet<>();
        rearrangement.changes().forEach((reference, change) -> {
            String number = reference.order().number();
            LineAllocation line = served.get(number).stream()
                    .filter(one -> one.orderLine().equals(reference))
                    .findFirst()
                    .orElseThrow();
            List<Reservation> others = new ArrayList<>(reserved.get(number));
            others.removeIf(one -> one.orderLine().equals(reference));
            List<Reservation> after = Rearrangement.after(
                    reserved.get(number).stream()
                            .filter(one -> one.orderLine().equals(reference))
                            .toList(),
                    line,
                    change);
            others.addAll(after);
            reserved.put(number, others);
            write(number, reference, after);
            decisions.add(rearrangement.decision(line, change));
            rearranged.add(number);
        });
        rearranged.forEach(number -> {
            Known known = orders.get(number);
            served.put(number, progress.of(known.order(), known.shipped(), reserved.get(number)));
        });
        decided.accept(decisions);
    }

    /** What the line has in the end, and nothing that it gave away. */
    private void write(String number, OrderLineReference line, List<Reservation> after) {
        List<Reservation> ofOrder = changed.get(number);
        ofOrder.removeIf(one -> one.orderLine().equals(line));
        ofOrder.addAll(after);
    }

    /** @return the lines of that order as they are served so far */
    List<LineAllocation> of(String number) {
        return served.get(number);
    }

    /** @return the order as it is under the lock */
    SalesOrder order(String number) {
        return orders.get(number).order();
    }

    /** @return the lines of that order as they were before */
    List<LineAllocation> before(String number) {
        Known known = orders.get(number);
        return progress.of(known.order(), known.shipped(), known.before());
    }

    /** @return the lines of all orders, in the order in which the orders came first */
    List<LineAllocation> served() {
        return served.values().stream().flatMap(List::stream).toList();
    }

    /** @return the reservations to write: of one order line, lot and position the last state only */
    List<Reservation> changed() {
        Map<List<Object>, Reservation> last = new LinkedHashMap<>();
        changed.values().stream()
                .flatMap(List::stream)
                .forEach(one -> last.put(List.of(one.orderLine(), one.lot(), one.position()), one));
        return List.copyOf(last.values());
    }
}
