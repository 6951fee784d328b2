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
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Site;
import org.lottrace.api.order.Demand;
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
    private final Map<DocumentReference, List<Reservation>> reserved = new HashMap<>();
    private final Map<DocumentReference, List<Reservation>> changed = new LinkedHashMap<>();
    private final Map<DocumentReference, List<LineAllocation>> served = new LinkedHashMap<>();
    private final Map<DocumentReference, Known> orders = new HashMap<>();

    private final List<SalesOrder> substituted = new ArrayList<>();
    private boolean isRearranged;

    /**
     * What is kept of an order to see again how it is served.
     *
     * @param mayBeSubstituted whether a rule names what may take the place of one of its items
     */
    private record Known(
            Demand order,
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
    void serve(DocumentReference document, Function<LineAllocation, Quantity> wanted) {
        LockedOrder order = locking.lock(document, today).orElseThrow();
        order.terms().items().forEach(item -> order.stock().take(taken.getOrDefault(item, List.of())));
        OrderAllocation.Taking taking =
                allocation.take(order, reserved.getOrDefault(document, order.before()), wanted, Manner.IN_A_WAVE);
        keep(taking);
        reserved.put(document, taking.reserved());
        orders.put(
                document,
                new Known(
                        order.order(),
                        order.shipped(),
                        order.before(),
                        order.terms().items().stream()
                                .anyMatch(item ->
                                        !order.terms().of(item).substitutes().isEmpty())));
        taking.served().forEach(line -> rearrangement.add(order, line));
        changed.computeIfAbsent(document, none -> new ArrayList<>()).addAll(taking.changed());
        served.put(document, withoutCandidates(taking.served()));
        decided.accept(taking.decided());
    }

    /**
     * Takes for the order what may take the place of what it is short by, or says what it could take. After {@link #rearrange}, so that
     * all orders have got what they want themselves.
     */
    void substitute(DocumentReference document) {
        Known known = orders.get(document);
        if (!known.mayBeSubstituted()
                || served.get(document).stream()
                        .noneMatch(line -> line.shortBy().isPositive())) {
            return;
        }
        if (isRearranged) {
            takeAnew();
            isRearranged = false;
        }
        LockedOrder order = locking.lock(document, today).orElseThrow();
        order.terms().items().forEach(item -> order.stock().take(taken.getOrDefault(item, List.of())));
        OrderAllocation.Taking taking = allocation.takeSubstitutes(order, reserved.get(document), Manner.IN_A_WAVE);
        keep(taking);
        reserved.put(document, taking.reserved());
        changed.get(document).addAll(taking.changed());
        served.put(document, withoutCandidates(taking.served()));
        decided.accept(taking.decided());
        taking.substituted(order).ifPresent(substituted::add);
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
        reserved.forEach((document, all) -> {
            List<Reservation> before = orders.get(document).before();
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
        Set<DocumentReference> rearranged = new LinkedHashSet<>();
        rearrangement.changes().forEach((reference, change) -> {
            DocumentReference document = reference.order();
            LineAllocation line = served.get(document).stream()
                    .filter(one -> one.orderLine().equals(reference))
                    .findFirst()
                    .orElseThrow();
            List<Reservation> others = new ArrayList<>(reserved.get(document));
            others.removeIf(one -> one.orderLine().equals(reference));
            List<Reservation> after = Rearrangement.after(
                    reserved.get(document).stream()
                            .filter(one -> one.orderLine().equals(reference))
                            .toList(),
                    line,
                    change);
            others.addAll(after);
            reserved.put(document, others);
            write(document, reference, after);
            decisions.add(rearrangement.decision(line, change));
            rearranged.add(document);
        });
        rearranged.forEach(document -> {
            Known known = orders.get(document);
            served.put(document, progress.of(known.order(), known.shipped(), reserved.get(document)));
        });
        decided.accept(decisions);
    }

    /** What the line has in the end, and nothing that it gave away. */
    private void write(DocumentReference document, OrderLineReference line, List<Reservation> after) {
        List<Reservation> ofOrder = changed.get(document);
        ofOrder.removeIf(one -> one.orderLine().equals(line));
        ofOrder.addAll(after);
    }

    /** @return the lines of that order as they are served so far */
    List<LineAllocation> of(DocumentReference document) {
        return served.get(document);
    }

    /** @return the order as it is under the lock */
    Demand order(DocumentReference document) {
        return orders.get(document).order();
    }

    /** @return the lines of that order as they were before */
    List<LineAllocation> before(DocumentReference document) {
        Known known = orders.get(document);
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
