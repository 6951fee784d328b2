package org.lottrace.movement.capture.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.Counting;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.TrackingMode;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.quantity.Quantity;

/**
 * What counts goods a second time, beside their quantity: the pieces of a weight or the weight of pieces, and serial numbers. It is
 * compared with what came of the lot, under the lock of its stock.
 */
final class SecondCounts {
    private static final String WEIGHT_OUT_OF_TOLERANCE = "WEIGHT_OUT_OF_TOLERANCE";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final ItemStore items;
    private final HistoryInForce history;
    private final BigDecimal tolerance;

    /** @param tolerancePercent by how much the weight of a piece may differ from the mean of what came of its lot */
    SecondCounts(ItemStore items, HistoryInForce history, int tolerancePercent) {
        this.items = items;
        this.history = history;
        this.tolerance = BigDecimal.valueOf(tolerancePercent);
    }

    void check(TraceEvent event, Findings findings) {
        if (event.type() == EventType.REVERSE) {
            return;
        }
        SerialNumbers serials = new SerialNumbers(event, history, findings);
        for (int i = 0; i < event.lines().size(); i++) {
            EventLine line = event.lines().get(i);
            Optional<Item> item = items.find(line.lot().item());
            if (item.isPresent() && item.get().profile().is(Counting.CATCH_WEIGHT)) {
                checkWeight(line, i + 1, findings);
            }
            serials.check(line, i + 1, item.isPresent() && item.get().profile().is(TrackingMode.LOT_AND_SERIAL));
        }
    }

    private void checkWeight(EventLine line, int number, Findings findings) {
        Optional<BigDecimal> said = second(line);
        if (said.isEmpty()) {
            return;
        }
        BigDecimal first = BigDecimal.ZERO;
        BigDecimal second = BigDecimal.ZERO;
        for (EventLine came : came(line)) {
            first = first.add(came.quantity().amount());
            second = second.add(second(came).orElseThrow());
        }
        BigDecimal expected = second.multiply(line.quantity().amount());
        BigDecimal actual = said.get().multiply(first);
        if (first.signum() > 0
                && actual.subtract(expected).abs().multiply(HUNDRED).compareTo(expected.multiply(tolerance)) > 0) {
            findings.breach(
                    WEIGHT_OUT_OF_TOLERANCE,
                    Findings.line(number).then("keyData"),
                    line.quantity() + " of lot " + line.lot() + " with "
                            + said.get().toPlainString()
                            + " beside: of " + first.toPlainString() + " came " + second.toPlainString()
                            + ", and more than " + tolerance + " percent off is a mistake: weigh and count again");
        }
    }

    private List<EventLine> came(EventLine line) {
        return history.of(Set.of(line.lot())).stream()
                .flatMap(recorded -> recorded.event().lines().stream())
                .filter(earlier -> earlier.lot().equals(line.lot()))
                .filter(earlier -> !earlier.from().place().kind().holdsStock()
                        && earlier.to().place().kind().holdsStock())
                .filter(earlier -> second(earlier).isPresent())
                .toList();
    }

    /** @return net weight or pieces, whichever the quantity is not */
    private static Optional<BigDecimal> second(EventLine line) {
        return KeyDatum.find(line.keyData(), KeyDataElement.NET_WEIGHT)
                .or(() -> KeyDatum.find(line.keyData(), KeyDataElement.PIECES))
                .map(value -> ((KeyDataValue.Amount) value).quantity())
                .map(Quantity::amount);
    }
}
