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
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.thirdparty.GoodsCondition;
import org.lottrace.api.thirdparty.StockComparison;
import org.lottrace.api.thirdparty.StockDocument;

/** Adds up what was expected and what is stated, in base units, by item and lot, and says what differs. */
final class Comparing {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * @param lot absent for what is expected by item alone, or may be one of several lots
     * @param told the number that several lots have; absent where a lot is known or none is said
     */
    record Goods(ItemNumber item, Optional<LotKey> lot, Optional<LotNumber> told) {
        static Goods of(LotKey lot) {
            return new Goods(lot.item(), Optional.of(lot), Optional.empty());
        }

        static Goods ofAny(ItemNumber item) {
            return new Goods(item, Optional.empty(), Optional.empty());
        }

        static Goods told(ItemNumber item, LotNumber number) {
            return new Goods(item, Optional.empty(), Optional.of(number));
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
        if (line.lot().isEmpty()) {
            anyLot.add(line.item());
        }
        expected.merge(itself(line), quantity, Quantity::plus);
    }

    /** What may be one of several lots counts for those of its number that are expected, as far as they are. */
    void state(StockDocument.Line line, Quantity quantity) {
        Goods itself = itself(line);
        Quantity rest = quantity;
        if (itself.told().isPresent() && !expected.containsKey(itself)) {
            for (Goods lot : expectedOf(line.item(), itself.told().get())) {
                Quantity open = expected.get(lot).minus(stated.getOrDefault(lot, Quantity.zero(rest.unit())));
                Quantity part = rest.min(open);
                if (part.isPositive()) {
                    state(lot, line, part);
                    rest = rest.minus(part);
                }
            }
        }
        if (rest.isPositive() || rest.equals(quantity)) {
            state(counting(itself), line, rest);
        }
    }

    private void state(Goods goods, StockDocument.Line line, Quantity quantity) {
        stated.merge(goods, quantity, Quantity::plus);
        if (line.condition() == GoodsCondition.DAMAGED) {
            damaged.merge(goods, quantity, Quantity::plus);
        }
    }

    private static Goods itself(StockDocument.Line line) {
        return MeantLots.known(line).map(Goods::of).orElseGet(() -> line.lot()
                .map(number -> Goods.told(line.item(), number))
                .orElseGet(() -> Goods.ofAny(line.item())));
    }

    private List<Goods> expectedOf(ItemNumber item, LotNumber number) {
        return expected.keySet().stream()
                .filter(goods -> goods.item().equals(item)
                        && goods.lot()
                                .filter(lot -> MeantLots.mayBe(number, lot))
                                .isPresent())
                .toList();
    }

    /** A lot that is not expected itself counts for its number, or for its item where any lot of that will do. */
    private Goods counting(Goods itself) {
        if (expected.containsKey(itself)) {
            return itself;
        }
        return itself.lot()
                .map(lot -> Goods.told(lot.item(), lot.number()))
                .filter(expected::containsKey)
                .orElseGet(() -> anyLot.contains(itself.item()) ? Goods.ofAny(itself.item()) : itself);
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
