package org.lottrace.api.cost;

import java.util.List;
import java.util.Objects;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * Goods on consignment become ours before they are used: as agreed after so many days, or because we want to.
 *
 * @param context who, when and where
 * @param number of the document that says so
 * @param lines which goods
 */
public record ConsignmentTakeOver(CaptureContext context, String number, List<Line> lines) {
    public ConsignmentTakeOver {
        Objects.requireNonNull(context);
        Objects.requireNonNull(number);
        lines = List.copyOf(lines);
    }

    /**
     * @param lot which lot
     * @param quantity how much, in any unit of its item
     */
    public record Line(LotKey lot, Quantity quantity) {
        public Line {
            Objects.requireNonNull(lot);
            Objects.requireNonNull(quantity);
        }
    }
}
