package org.lottrace.movement.capture.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.lottrace.api.allocation.DeliveryRules;
import org.lottrace.api.allocation.DeliveryRules.Wanted;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.ReservationKind;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.allocation.store.SalesOrderStore;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.violation.Violation;

/**
 * What the rules of allocation forbid a customer does not leave for it either, nor is it picked for its order; of what has left it is a
 * finding. Ask under the lock of the items.
 */
final class DeliveryCheck {
    private final DeliveryRules rules;
    private final SalesOrderStore orders;
    private final Reservations reservations;

    DeliveryCheck(DeliveryRules rules, SalesOrderStore orders, Reservations reservations) {
        this.rules = rules;
        this.orders = orders;
        this.reservations = reservations;
    }

    /** @return the day on which each lot must still be good; for an item that was not ordered the day of the order */
    Function<Goods, LocalDate> arrival(SalesOrder order, LocalDate day) {
        Map<ItemNumber, LocalDate> arrivals = rules.arrivals(order, day);
        return goods -> arrivals.getOrDefault(goods.lot().key().item(), order.judgedOn(day));
    }

    void shipped(SalesOrder order, List<Goods> goods, ToIntFunction<Goods> lineOf, LocalDate day, Findings findings) {
        Map<Wanted, List<Goods>> wanted = goods.stream()
                .collect(Collectors.groupingBy(
                        line -> new Wanted(lineOf.applyAsInt(line), line.lot()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        judge(order, wanted, day, findings);
    }

    /** For the order lines for which they are reserved, the oldest first, as they are taken along. What nobody has reserved is judged when it leaves. */
    void picked(List<Goods> goods, LocalDate day, Findings findings) {
        Map<String, Map<Wanted, List<Goods>>> byOrder = new LinkedHashMap<>();
        Map<LotKey, List<Reservation>> reserved =
                reservations
                        .ofLots(goods.stream()
                                .map(line -> line.lot().key())
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.groupingBy(Reservation::lot));
        Map<Reservation, Quantity> left = new LinkedHashMap<>();
        for (Goods line : goods) {
            for (OrderLineReference reference :
                    takenFor(line, reserved.getOrDefault(line.lot().key(), List.of()), left)) {
                // what goes into a product is delivered to nobody
                if (reference.order().type() == DocumentType.SALES_ORDER) {
                    byOrder.computeIfAbsent(reference.order().number(), none -> new LinkedHashMap<>())
                            .computeIfAbsent(new Wanted(reference.line(), line.lot()), none -> new ArrayList<>())
                            .add(line);
                }
            }
        }
        byOrder.forEach(
                (number, wanted) -> orders.find(number).ifPresent(order -> judge(order, wanted, day, findings)));
    }

    private static List<OrderLineReference> takenFor(
            Goods line, List<Reservation> ofLot, Map<Reservation, Quantity> left) {
        List<OrderLineReference> lines = new ArrayList<>();
        Quantity rest = line.quantity();
        List<Reservation> serving = ofLot.stream()
                .filter(one -> one.servesAt(line.position()))
                .sorted(Comparator.comparing(
                                (Reservation one) -> !one.position().equals(line.position()))
                        .thenComparing(
                                one -> one.position().equals(line.position()) ? ReservationKind.SOFT : one.kind(),
                                Comparator.reverseOrder()))
                .toList();
        for (Reservation one : serving) {
            Quantity there = Optional.ofNullable(left.get(one)).orElse(one.quantity());
            Quantity part = rest.min(there);
            if (part.isPositive()) {
                left.put(one, there.minus(part));
                rest = rest.minus(part);
                lines.add(one.orderLine());
            }
        }
        return lines;
    }

    private void judge(SalesOrder order, Map<Wanted, List<Goods>> wanted, LocalDate day, Findings findings) {
        rules.against(order, wanted.keySet(), day, findings.happened()).forEach((one, reasons) -> wanted.get(one)
                .forEach(line -> reasons.forEach(reason ->
                        findings.breach(new Violation(reason.code(), line.path().then("lot"), reason.message())))));
    }
}
