package org.lottrace.persistence.internal.stock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.lot.LotKey;
import org.lottrace.persistence.internal.Chunks;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.Questions;
import org.lottrace.persistence.internal.RoundTrip.ArrayParameter;
import org.lottrace.persistence.internal.UnitMemory.Kind;
import org.lottrace.persistence.internal.lot.KnownLots;
import org.lottrace.persistence.internal.lot.LotRows;

/** What is reserved of a lot at each position, all reservations together, as a unit of work has read it. */
final class ReservedSums {
    static final String QUERY =
            "select r.lot_id, r.place_kind, r.place_code, r.place_sscc, sum(r.quantity), r.unit from reservation r"
                    + " where r.lot_id = any(?) group by r.lot_id, r.place_kind, r.place_code, r.place_sscc, r.unit";

    private static final Kind<LotKey, List<StockBalance>> SUMS = Kind.untilALock();
    /**
     * Read under the lock on the lot: whoever else reserves more of it holds that lock before, or takes it before the commit and looks
     * at the stock then.
     */
    private static final Kind<LotKey, List<StockBalance>> LOCKED = Kind.ofTheUnit();

    private static final Kind<Integer, Boolean> WRITTEN = Kind.ofTheUnit();
    private static final int ONLY = 1;

    private ReservedSums() {}

    static List<StockBalance> of(CurrentSession current, Collection<LotKey> lots) {
        Questions questions = new Questions();
        ask(
                current,
                questions,
                lots.stream().filter(lot -> known(current, lot).isEmpty()).toList());
        current.ask(questions);
        return lots.stream()
                .distinct()
                .flatMap(lot -> known(current, lot).stream())
                .flatMap(List::stream)
                .toList();
    }

    /** Of a lot that this unit of work has registered nobody can have reserved anything but the unit itself; of others their reading tells. */
    private static Optional<List<StockBalance>> known(CurrentSession current, LotKey lot) {
        return current.memory()
                .find(LOCKED, lot)
                .or(() -> current.memory().find(SUMS, lot))
                .or(() -> (KnownLots.isNew(current, lot) || KnownLots.isUnreserved(current, lot))
                                && current.memory().find(WRITTEN, ONLY).isEmpty()
                        ? Optional.of(List.of())
                        : Optional.empty());
    }

    private static void ask(CurrentSession current, Questions questions, Collection<LotKey> lots) {
        Map<Long, LotKey> keys = LotRows.of(current, lots).keys();
        List<StockBalance> read = new ArrayList<>();
        Chunks.of(keys.keySet())
                .forEach(ids ->
                        questions.ask(QUERY, row -> read.add(LotsInStock.balance(row, keys)), ArrayParameter.ids(ids)));
        questions.then(() -> learn(current, SUMS, lots, read));
    }

    /** Tells what was read of lots that are locked. */
    static void locked(CurrentSession current, Collection<LotKey> lots, List<StockBalance> sums) {
        learn(current, LOCKED, lots, sums);
    }

    private static void learn(
            CurrentSession current,
            Kind<LotKey, List<StockBalance>> kind,
            Collection<LotKey> lots,
            List<StockBalance> sums) {
        Map<LotKey, List<StockBalance>> byLot = sums.stream().collect(Collectors.groupingBy(StockBalance::lot));
        lots.forEach(lot -> current.memory().learn(kind, lot, byLot.getOrDefault(lot, List.of())));
    }

    /** This unit of work changes reservations. */
    static void forget(CurrentSession current) {
        current.memory().forget(SUMS);
        current.memory().forget(LOCKED);
        current.memory().learn(WRITTEN, ONLY, true);
    }
}
