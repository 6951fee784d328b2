package org.lottrace.edi.warehouse.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.api.edi.X12Units;
import org.lottrace.api.id.Gtin;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.thirdparty.GoodsCondition;
import org.lottrace.api.thirdparty.StockDocument;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.edi.warehouse.internal.ReadReport.Goods;

/** Turns goods as a report writes them into lines of a document; what is damaged of them is a line of its own. */
final class ReadGoods {
    private static final Set<String> GTINS = Set.of("UP", "EN", "UK", "UI", "UA");
    /** In a LIN the lot stands among the numbers of the item. */
    static final Set<String> LOTS = Set.of("LT", "B8");

    private final ItemStore items;
    private final List<Violation> problems = new ArrayList<>();
    private final List<StockDocument.Line> lines = new ArrayList<>();
    private final List<SetSegment> segments = new ArrayList<>();

    /** @param isInventory whether goods of which there is nothing are a line, and unusable ones stand beside what is on hand */
    ReadGoods(ItemStore items, List<Goods> goods, boolean isInventory) {
        this.items = items;
        goods.forEach(one -> take(one, isInventory));
    }

    List<Violation> problems() {
        return problems;
    }

    List<StockDocument.Line> lines() {
        return lines;
    }

    /** @return where the line with that number stands, 1 for the first */
    ViolationPath path(int line) {
        return path(segments.get(line - 1));
    }

    static ViolationPath path(SetSegment segment) {
        return ViolationPath.of(PathStep.position(String.valueOf(segment.position())), PathStep.segment(segment.tag()));
    }

    private void take(Goods goods, boolean isInventory) {
        if (isInventory && goods.amount.isEmpty() && goods.damaged.isEmpty()) {
            problem(goods, "QUANTITY_MISSING", "these goods have no quantity: send QTY 17, with 0 when there are none");
            return;
        }
        if (!isInventory && isNothing(goods.amount) && isNothing(goods.damaged)) {
            return; // nothing of it came or left, so nobody can say of which lot
        }
        Optional<Item> item = item(items, goods, problems);
        Optional<UnitOfMeasure> unit = X12Units.fromX12(goods.unit);
        Optional<LotNumber> lot = read(goods.lot, LotNumber::new);
        if (item.isEmpty()) {
            problem(goods, "ITEM_UNKNOWN", "no item of ours has one of these numbers: " + named(goods));
        }
        if (unit.isEmpty()) {
            problem(
                    goods,
                    "UNIT_UNKNOWN",
                    "unit \"" + goods.unit + "\" is not known: send a code of X12 DE 355 that is");
        }
        if (lot.isEmpty()) {
            problem(
                    goods,
                    "LOT_MISSING",
                    goods.lot.isEmpty()
                            ? "these goods name no lot: send it in N9 (REF in an 846) with LT"
                            : "\"" + goods.lot + "\" can be no lot number");
        }
        Optional<Sscc> sscc = read(goods.sscc, Sscc::new);
        if (sscc.isEmpty() && !goods.sscc.isEmpty()) {
            problem(goods, "SSCC_INVALID", "\"" + goods.sscc + "\" is no SSCC: check the label");
        }
        if (item.isEmpty() || unit.isEmpty() || lot.isEmpty()) {
            return;
        }
        BigDecimal all = goods.amount.isEmpty() ? BigDecimal.ZERO : new BigDecimal(goods.amount);
        BigDecimal damaged = goods.damaged.isEmpty() ? BigDecimal.ZERO : new BigDecimal(goods.damaged);
        BigDecimal good = isInventory ? all : all.subtract(damaged);
        if (good.signum() < 0) {
            problem(goods, "QUANTITY_NOT_POSITIVE", "more is damaged (" + damaged + ") than came (" + all + ")");
            return;
        }
        Function<BigDecimal, Quantity> quantity = amount -> new Quantity(amount, unit.get());
        if (good.signum() > 0 || isInventory && damaged.signum() == 0) {
            add(goods, item.get(), lot, sscc, quantity.apply(good), GoodsCondition.GOOD);
        }
        if (damaged.signum() > 0) {
            add(goods, item.get(), lot, sscc, quantity.apply(damaged), GoodsCondition.DAMAGED);
        }
    }

    private void add(
            Goods goods,
            Item item,
            Optional<LotNumber> lot,
            Optional<Sscc> sscc,
            Quantity quantity,
            GoodsCondition condition) {
        segments.add(goods.segment);
        lines.add(new StockDocument.Line(
                item.number(), Optional.empty(), lot, quantity, sscc, Optional.empty(), Optional.empty(), condition));
    }

    private static boolean isNothing(String amount) {
        return amount.isEmpty() || new BigDecimal(amount).signum() == 0;
    }

    /** Of our own numbers that of the vendor (VN) comes first; a lot is none. */
    static Optional<Item> item(ItemStore items, Goods goods, List<Violation> problems) {
        Set<Item> found = new LinkedHashSet<>();
        goods.named.entrySet().stream()
                .filter(entry -> GTINS.contains(entry.getKey()))
                .forEach(entry ->
                        read(entry.getValue(), Gtin::of).flatMap(items::find).ifPresent(found::add));
        goods.named.entrySet().stream()
                .filter(entry -> !GTINS.contains(entry.getKey()) && !LOTS.contains(entry.getKey()))
                .sorted(Map.Entry.comparingByKey(Comparator.reverseOrder()))
                .flatMap(entry -> read(entry.getValue(), ItemNumber::new).flatMap(items::find).stream())
                .findFirst()
                .ifPresent(found::add);
        if (found.size() > 1) {
            problems.add(new Violation(
                    "ITEM_CONTRADICTED",
                    path(goods.segment),
                    named(goods) + " are different items of ours ("
                            + found.stream().map(item -> item.number().value()).collect(Collectors.joining(", "))
                            + "): send the numbers of one"));
        }
        return found.stream().findFirst();
    }

    static String named(Goods goods) {
        return goods.named.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private void problem(Goods goods, String code, String message) {
        problems.add(new Violation(code, path(goods.segment), message));
    }

    /** What can be no such number is none that we know. */
    static <T> Optional<T> read(String text, Function<String, T> reading) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(reading.apply(text));
        } catch (InvalidIdentifierException isNone) {
            return Optional.empty();
        }
    }
}
