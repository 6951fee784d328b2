package org.lottrace.persistence.internal.stock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.lot.LotKey;
import org.lottrace.persistence.internal.Chunks;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.Questions;
import org.lottrace.persistence.internal.RoundTrip.ArrayParameter;
import org.lottrace.persistence.internal.UnitMemory.Kind;
import org.lottrace.persistence.internal.lot.LotRows;
import org.lottrace.persistence.internal.value.PositionPart;
import org.lottrace.persistence.internal.value.QuantityPart;

/** What is reserved of a lot at each position, all reservations together, as a unit of work has read it. */
public final class ReservedSums {
    private static final Kind<LotKey, List<StockBalance>> SUMS = Kind.untilALock();

    private ReservedSums() {}

    static List<StockBalance> of(CurrentSession current, Collection<LotKey> lots) {
        Questions questions = new Questions();
        ask(
                current,
                questions,
                lots.stream()
                        .filter(lot -> current.memory().find(SUMS, lot).isEmpty())
                        .toList());
        current.ask(questions);
        return lots.stream()
                .distinct()
                .flatMap(lot -> current.memory().find(SUMS, lot).stream())
                .flatMap(List::stream)
                .toList();
    }

    /** Asks for the sums of the lots, and remembers the answer. */
    public static void ask(CurrentSession current, Questions questions, Collection<LotKey> lots) {
        Map<Long, LotKey> keys = LotRows.of(current, lots).keys();
        List<StockBalance> read = new ArrayList<>();
        Chunks.of(keys.keySet())
                .forEach(ids -> questions.ask(
                        "select r.lot_id, r.place_kind, r.place_code, r.place_sscc, r.unit, sum(r.quantity) from reservation r"
                                + " where r.lot_id = any(?) group by r.lot_id, r.place_kind, r.place_code, r.place_sscc,"
                                + " r.unit",
                        row -> read.add(new StockBalance(
                                keys.get(row.getLong(1)),
                                PositionPart.of(row, 2).toPosition(),
                                new QuantityPart(row.getBigDecimal(6), row.getString(5)).toQuantity())),
                        ArrayParameter.ids(ids)));
        questions.then(() -> {
            Map<LotKey, List<StockBalance>> byLot = read.stream().collect(Collectors.groupingBy(StockBalance::lot));
            lots.forEach(lot -> current.memory().learn(SUMS, lot, byLot.getOrDefault(lot, List.of())));
        });
    }

    static void forget(CurrentSession current) {
        current.memory().forget(SUMS);
    }
}
