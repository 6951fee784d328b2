package org.lottrace.movement.capture.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.Shipment;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.violation.Violation;

/**
 * For which lines of the order goods count that have left. A report that names another line than the one that wants them is recorded for the
 * one that does, and says so; what no line wants stays with the line that was named.
 */
final class OrderLinesMeant {
    private static final String ORDER_LINE_UNKNOWN = "ORDER_LINE_UNKNOWN";
    private static final String ITEM_NOT_ORDERED = "ITEM_NOT_ORDERED";

    private OrderLinesMeant() {}

    /** @return the lines as they are recorded; those of what is asked for as they are */
    static List<Shipment.Line> of(
            SalesOrder order,
            List<Shipment.Line> lines,
            List<Goods> goods,
            List<Reservation> reserved,
            Findings findings) {
        List<Shipment.Line> meant = new ArrayList<>(lines);
        if (findings.isReport()) {
            goods.forEach(line ->
                    meant.set(line.line() - 1, meant(order, lines.get(line.line() - 1), line, reserved, findings)));
        }
        return meant;
    }

    private static Shipment.Line meant(
            SalesOrder order, Shipment.Line said, Goods goods, List<Reservation> reserved, Findings findings) {
        LotKey lot = goods.lot().key();
        Optional<SalesOrder.Line> named = order.line(said.orderLine());
        if (named.filter(line -> line.item().equals(lot.item())).isPresent()) {
            return said;
        }
        return order.lines().stream()
                .filter(line -> line.item().equals(lot.item()))
                .min(Comparator.comparing((SalesOrder.Line line) -> !isReserved(lot, line, reserved))
                        .thenComparing(SalesOrder.Line::number))
                .map(line -> {
                    findings.breach(
                            new Violation(
                                    named.isPresent() ? ITEM_NOT_ORDERED : ORDER_LINE_UNKNOWN,
                                    goods.path().then("orderLine"),
                                    named.map(other -> order.reference() + " line " + other.number() + " is for item "
                                                            + other.item() + ", not " + lot.item())
                                                    .orElse(order.reference() + " has no line " + said.orderLine())
                                            + ": what left counts for line " + line.number()
                                            + "; if it was not for that one, reverse the shipment and report it again"),
                            lot);
                    return new Shipment.Line(line.number(), said.goods(), said.shippedIn());
                })
                .orElse(said);
    }

    private static boolean isReserved(LotKey lot, SalesOrder.Line line, List<Reservation> reserved) {
        return reserved.stream()
                .anyMatch(one -> one.lot().equals(lot) && one.orderLine().line() == line.number());
    }

    /** @return true when lines of the shipment were recorded for others than were named */
    static boolean isOther(TraceEvent event) {
        return event.type() == EventType.SHIP
                && event.keyData().stream()
                        .filter(datum -> datum.name().equals(KeyDataElement.FINDING.word()))
                        .map(datum -> datum.value().text())
                        .anyMatch(code -> code.equals(ITEM_NOT_ORDERED) || code.equals(ORDER_LINE_UNKNOWN));
    }
}
