package org.lottrace.movement.capture.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.ExpectedReceipt;

/** A lot has one set of dates, on however many pallets of a ship notice it comes. */
final class DatesOfLots {
    private static final String LOT_DIFFERS = "LOT_DIFFERS";

    private final Map<LotKey, Lot> seen = new HashMap<>();

    /** @param lines of one notice, some after the other */
    void check(List<ExpectedReceipt.Line> lines, Findings findings) {
        for (ExpectedReceipt.Line line : lines) {
            line.lot().ifPresent(lot -> {
                Lot first = seen.putIfAbsent(lot.key(), lot);
                if (first != null && !first.equals(lot)) {
                    findings.add(
                            LOT_DIFFERS,
                            Findings.line(line.number()).then("lot"),
                            "lot " + lot.key() + " has other dates on an earlier line of the notice");
                }
            });
        }
    }
}
