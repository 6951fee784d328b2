package org.lottrace.movement.capture.internal;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.Counting;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.TrackingMode;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/**
 * What counts goods a second time, beside their quantity: the pieces of a weight or the weight of pieces, and serial numbers. It is
 * compared with what came of the lot, under the lock of its stock.
 */
final class SecondCounts {
    private static final String WEIGHT_OUT_OF_TOLERANCE = "WEIGHT_OUT_OF_TOLERANCE";
    private static final List<KeyDataElement> BESIDE = List.of(KeyDataElement.NET_WEIGHT, KeyDataElement.PIECES);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final ItemStore items;
    private final HistoryInForce history;
    private final PiecesElsewhere elsewhere;
    private final BigDecimal usual;

    /** @param tolerancePercent by how much the weight of a piece may differ from the mean of what came of its lot, where the item says nothing */
    SecondCounts(ItemStore items, HistoryInForce history, PiecesElsewhere elsewhere, int tolerancePercent) {
        this.elsewhere = elsewhere;
        this.items = items;
        this.history = history;
        this.usual = BigDecimal.valueOf(tolerancePercent);
    }

    /** @param lineOf the path of a line of the event, counted from 0, as the sender of the request knows it */
    void check(TraceEvent event, IntFunction<ViolationPath> lineOf, Findings findings) {
        if (event.type() == EventType.REVERSE) {
            return;
        }
        Map<LotKey, List<RecordedEvent>> read = new HashMap<>();
        Function<LotKey, List<RecordedEvent>> ofLot = lot -> read.computeIfAbsent(lot, key -> history.of(Set.of(key)));
        SerialNumbers serials = new SerialNumbers(event, ofLot, elsewhere, findings);
        if (event.type() == EventType.COUNT) {
            checkCount(event, ofLot, serials, findings);
            return;
        }
        for (int i = 0; i < event.lines().size(); i++) {
            EventLine line = event.lines().get(i);
            ViolationPath path = lineOf.apply(i).then("keyData");
            Optional<Item> item = items.find(line.lot().item());
            checkWeight(item, line.lot(), line.quantity(), line.keyData(), ofLot, path, findings);
            if (item.isPresent() && item.get().profile().is(TrackingMode.SERIAL)) {
                serials.checkPiece(line, path);
            } else {
                serials.check(
                        line, path, item.isPresent() && item.get().profile().is(TrackingMode.LOT_AND_SERIAL));
            }
        }
    }

    /** Looks again, under the lock of the ledger, whether what came is there as a piece of another lot. */
    void confirm(TraceEvent event, Findings findings) {
        if (event.type() == EventType.REVERSE) {
            return;
        }
        SerialNumbers serials = new SerialNumbers(event, lot -> List.of(), elsewhere, findings);
        for (int i = 0; i < event.lines().size(); i++) {
            EventLine line = event.lines().get(i);
            ViolationPath path = Findings.line(i + 1).then("keyData");
            serials.confirm(line, path);
            if (items.find(line.lot().item())
                    .filter(item -> item.profile().is(TrackingMode.SERIAL))
                    .isPresent()) {
                serials.confirmPiece(line, path);
            }
        }
    }

    /** The lines have only what differs; what was said is of all that was found. */
    private void checkCount(
            TraceEvent count, Function<LotKey, List<RecordedEvent>> ofLot, SerialNumbers serials, Findings findings) {
        Set<String> came = count.lines().stream()
                .flatMap(line -> KnownPieces.serials(line.keyData()).stream())
                .collect(Collectors.toSet());
        List<Counted> sheet = Counted.allOf(count);
        for (int i = 0; i < sheet.size(); i++) {
            Counted counted = sheet.get(i);
            ViolationPath path = Findings.line(i + 1).then("keyData");
            Optional<Item> item = items.find(counted.lot().item());
            if (item.isPresent() && !counted.said().isEmpty()) {
                Quantity found = item.get().toBaseUnit(counted.found());
                checkWeight(item, counted.lot(), found, counted.said(), ofLot, path, findings);
                serials.checkCounted(counted, found, came, path);
            }
        }
    }

    private void checkWeight(
            Optional<Item> item,
            LotKey lot,
            Quantity quantity,
            List<KeyDatum> said,
            Function<LotKey, List<RecordedEvent>> ofLot,
            ViolationPath path,
            Findings findings) {
        if (item.isEmpty() || !item.get().profile().is(Counting.CATCH_WEIGHT)) {
            return;
        }
        for (KeyDataElement element : BESIDE) {
            amount(said, element)
                    .ifPresent(beside -> checkWeight(
                            lot,
                            quantity,
                            element,
                            beside,
                            ofLot.apply(lot),
                            item.get()
                                    .profile()
                                    .catchWeightPercent()
                                    .map(BigDecimal::valueOf)
                                    .orElse(usual),
                            path,
                            findings));
        }
    }

    private void checkWeight(
            LotKey lot,
            Quantity quantity,
            KeyDataElement element,
            Quantity said,
            List<RecordedEvent> history,
            BigDecimal tolerance,
            ViolationPath path,
            Findings findings) {
        BigDecimal first = BigDecimal.ZERO;
        BigDecimal second = BigDecimal.ZERO;
        for (EventLine came : came(lot, element, history)) {
            first = first.add(came.quantity().amount());
            second = second.add(amount(came.keyData(), element).orElseThrow().amount());
        }
        BigDecimal expected = second.multiply(quantity.amount());
        BigDecimal actual = said.amount().multiply(first);
        if (first.signum() > 0
                && actual.subtract(expected).abs().multiply(HUNDRED).compareTo(expected.multiply(tolerance)) > 0) {
            findings.breach(
                    new Violation(
                            WEIGHT_OUT_OF_TOLERANCE,
                            path,
                            quantity + " of lot " + lot + " with " + said + " beside: of "
                                    + new Quantity(first, quantity.unit()) + " came "
                                    + new Quantity(second, said.unit()) + ", and more than " + tolerance
                                    + " percent off is a mistake: weigh and count again"),
                    lot);
        }
    }

    private static List<EventLine> came(LotKey lot, KeyDataElement element, List<RecordedEvent> history) {
        return history.stream()
                .flatMap(recorded -> recorded.event().lines().stream())
                .filter(earlier -> earlier.lot().equals(lot) && KnownPieces.isIn(earlier))
                .filter(earlier -> amount(earlier.keyData(), element).isPresent())
                .toList();
    }

    private static Optional<Quantity> amount(List<KeyDatum> said, KeyDataElement element) {
        return KeyDatum.find(said, element).map(value -> ((KeyDataValue.Amount) value).quantity());
    }
}
