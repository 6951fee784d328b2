package org.lottrace.api.thirdparty;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * A document held against what answers it: a transfer shipment against its receipts, a shipping order against its advices, an inventory
 * against our book of that place for its time. Answers whose event was reversed do not count.
 *
 * @param document what is answered; the inventory itself
 * @param state how it agrees
 * @param answers the numbers of the documents that answer it, by the time they were recorded
 * @param rows what differs and what agrees, by item and lot
 */
public record StockComparison(KeptDocument document, ComparisonState state, List<String> answers, List<Row> rows) {
    public StockComparison {
        Objects.requireNonNull(document);
        Objects.requireNonNull(state);
        answers = List.copyOf(answers);
        rows = List.copyOf(rows);
    }

    /**
     * One lot, or one item where the document names no lot.
     *
     * @param item what
     * @param lot which lot; absent for what was ordered by item alone
     * @param expected what the document or our book says, in the base unit
     * @param stated what the warehouse says, damaged goods included, in the base unit
     * @param damaged what of it is damaged, in the base unit
     * @param differs whether the difference is above the tolerance, or goods are damaged
     */
    public record Row(
            ItemNumber item,
            Optional<LotKey> lot,
            Quantity expected,
            Quantity stated,
            Quantity damaged,
            boolean differs) {
        public Row {
            Objects.requireNonNull(item);
            Objects.requireNonNull(lot);
            Objects.requireNonNull(expected);
            Objects.requireNonNull(stated);
            Objects.requireNonNull(damaged);
        }

        /** @return what they have more than expected, below zero when it is less; in the base unit */
        public Quantity difference() {
            return stated.minus(expected);
        }
    }
}
