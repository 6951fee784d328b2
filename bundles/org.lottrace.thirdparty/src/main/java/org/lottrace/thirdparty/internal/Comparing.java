package org.lottrace.thirdparty.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.thirdparty.GoodsCondition;
import org.lottrace.api.thirdparty.StockComparison;
import org.lottrace.api.thirdparty.StockDocument;

/** Adds up what was expected and what is stated, in base units, by item and lot, and says what differs. */
final class Comparing {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** @param lot absent for what is expected by item alone */
    record Goods(ItemNumber item, Optional<LotKey> lot) {
        static Goods of(LotKey lot) {
            return new Goods(lot.item(), Optional.of(lot));
        }
    }

    private final BigDecimal tolerance;
    private final Map<Goods, Quantity> expected = new LinkedHashMap<>();
    private final Map<Goods, Quantity> stated = new LinkedHashMap<>();
    private final Map<Goods, Quantity> damaged = new LinkedHashMap<>();
    /** Items of which any lot will do. */
    private final Set<ItemNumber> anyLot = new HashSet<>();

    /** @param tolerancePercent of what was expected */
    Comparing(int tolerancePercent) {
        tolerance = BigDecimal.valueOf(tolerancePercent);
    }

    void expect(LotKey lot, Quantity quantity) {
        expected.merge(Goods.of(lot), quantity, Quantity::plus);
    }

    /** All that is expected is said before anything is stated. */
    void expect(StockDocument.Line line, Quantity quantity) {
        if (line.lot().isPresent()) {
            expect(MeantLots.key(line), quantity);
        } else {
            anyLot.add(line.item());
            expected.merge(new Goods(line.item(), Optional.empty()), quantity, Quantity::plus);
        }
    }

    /** A lot that is not expected itself counts for its item, where any lot of that will do. */
    void state(StockDocument.Line line, Quantity quantity) {
        Goods itself = new Goods(line.item(), MeantLots.known(line));
        Goods goods = !expected.containsKey(itself) && anyLot.contains(line.item())
                ? new Goods(line.item(), Optional.empty())
                : itself;
        stated.merge(goods, quantity, Quantity::plus);
        if (line.condition() == GoodsCondition.DAMAGED) {
            damaged.merge(goods, quantity, Quantity::plus);
        }
    }

    /** @return a row for each, what was expected first; nothing where neither says anything */
    List<StockComparison.Row> rows() {
        Set<Goods> all = new LinkedHashSet<>(expected.keySet());
        all.addAll(stated.keySet());
        List<StockComparison.Row> rows = new ArrayList<>();
        for (Goods goods : all) {
            Quantity one = Optional.ofNullable(expected.get(goods)).orElseGet(() -> stated.get(goods));
            Quantity zero = Quantity.zero(one.unit());
            Quantity wanted = expected.getOrDefault(goods, zero);
            Quantity said = stated.getOrDefault(goods, zero);
            Quantity broken = damaged.getOrDefault(goods, zero);
            if (!wanted.isZero() || !said.isZero()) {
                rows.add(new StockComparison.Row(
                        goods.item(),
                        goods.lot(),
                        wanted,
                        said,
                        broken,
                        broken.isPositive() || isBeyond(wanted, said)));
            }
        }
        return rows;
    }

    private boolean isBeyond(Quantity wanted, Quantity said) {
        BigDecimal difference = said.amount().subtract(wanted.amount()).abs();
        return difference.multiply(HUNDRED).compareTo(wanted.amount().abs().multiply(tolerance)) > 0;
    }
}
