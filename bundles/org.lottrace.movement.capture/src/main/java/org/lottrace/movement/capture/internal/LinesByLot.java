package org.lottrace.movement.capture.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.ExpectedReceipt;

/** The lines of a ship notice that may count goods, found without going through all of them. */
final class LinesByLot {
    private final Map<LotKey, List<ExpectedReceipt.Line>> ofLot = new HashMap<>();
    private final Map<ItemNumber, List<ExpectedReceipt.Line>> withoutLot = new HashMap<>();

    LinesByLot(ExpectedReceipt expected) {
        for (ExpectedReceipt.Line line : expected.lines()) {
            line.lot()
                    .map(lot -> ofLot.computeIfAbsent(lot.key(), unused -> new ArrayList<>()))
                    .orElseGet(() -> withoutLot.computeIfAbsent(line.item(), unused -> new ArrayList<>()))
                    .add(line);
        }
    }

    /**
     * A line that names no lot counts any of its item.
     *
     * @param unit in which the goods came
     * @return lines that name the lot come first, then those in the same logistic unit, else in the order of the notice
     */
    List<ExpectedReceipt.Line> counting(LotKey lot, Optional<Sscc> unit) {
        return Stream.of(ofLot.getOrDefault(lot, List.of()), withoutLot.getOrDefault(lot.item(), List.of()))
                .flatMap(lines -> lines.stream()
                        .sorted(Comparator.comparing(line -> !line.container().equals(unit))))
                .toList();
    }
}
