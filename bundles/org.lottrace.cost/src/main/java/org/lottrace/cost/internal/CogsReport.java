package org.lottrace.cost.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CogsLine;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.ShipmentCogs;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.lot.LotKey;

/** Cost of goods sold of a shipment from its journal, by order line and lot; nothing for what was reversed. */
final class CogsReport {
    private CogsReport() {}

    /** @return the report, or empty when nothing was shipped under that document */
    static Optional<ShipmentCogs> of(DocumentReference shipment, List<JournalEntry> entries) {
        Map<JournalEntry, JournalEntry> undone = ReversedEntries.of(entries);
        Map<Sold, CostedQuantity> sold = entries.stream()
                .filter(entry -> undone.getOrDefault(entry, entry).type() == EventType.SHIP)
                .flatMap(entry -> entry.lines().stream())
                .filter(line -> line.account() == Account.COST_OF_GOODS_SOLD)
                .collect(Collectors.toMap(
                        line -> new Sold(
                                line.orderLine().orElseThrow(), line.lot().orElseThrow()),
                        Books::costed,
                        CostedQuantity::plus,
                        TreeMap::new));
        List<CogsLine> lines = sold.entrySet().stream()
                .map(e -> new CogsLine(
                        e.getKey().orderLine(),
                        e.getKey().lot(),
                        e.getValue().quantity(),
                        e.getValue().value()))
                .toList();
        return lines.stream()
                .map(CogsLine::amount)
                .reduce(Money::plus)
                .map(total -> new ShipmentCogs(shipment, lines, total));
    }

    private record Sold(OrderLineReference orderLine, LotKey lot) implements Comparable<Sold> {
        private static final Comparator<Sold> ORDER = Comparator.comparing(
                        (Sold sold) -> sold.orderLine().order().number())
                .thenComparing(sold -> sold.orderLine().line())
                .thenComparing(Sold::lot);

        @Override
        public int compareTo(Sold other) {
            return ORDER.compare(this, other);
        }
    }
}
