package org.lottrace.planning.internal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.planning.Measures.Fill;
import org.lottrace.api.planning.Measures.UnitFill;
import org.lottrace.api.planning.OrderedLine;
import org.lottrace.api.quantity.Quantity;

/** How orders were filled. What is in different units is not added up. */
final class FillRules {
    private FillRules() {}

    static Fill of(List<OrderedLine> lines) {
        Map<DocumentReference, Boolean> orders = lines.stream()
                .collect(Collectors.toMap(line -> line.orderLine().order(), OrderedLine::isFull, Boolean::logicalAnd));
        long fullOrders = orders.values().stream().filter(full -> full).count();
        long fullLines = lines.stream().filter(OrderedLine::isFull).count();
        return new Fill(
                orders.size(),
                fullOrders,
                Shares.percent(fullOrders, orders.size()),
                lines.size(),
                fullLines,
                Shares.percent(fullLines, lines.size()),
                quantities(lines));
    }

    private static List<UnitFill> quantities(List<OrderedLine> lines) {
        return lines.stream()
                .collect(Collectors.groupingBy(line -> line.ordered().unit().code(), TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(FillRules::ofUnit)
                .toList();
    }

    private static UnitFill ofUnit(List<OrderedLine> lines) {
        Quantity ordered =
                lines.stream().map(OrderedLine::ordered).reduce(Quantity::plus).orElseThrow();
        Quantity filled =
                lines.stream().map(OrderedLine::filled).reduce(Quantity::plus).orElseThrow();
        return new UnitFill(ordered, filled, Shares.percent(filled.amount(), ordered.amount()));
    }
}
