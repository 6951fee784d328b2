package org.lottrace.edi.asn856.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitMismatchException;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.edi.asn856.internal.CustomerAdvice.Amount;
import org.lottrace.edi.asn856.internal.CustomerAdvice.Goods;

/**
 * Holds a customer's receiving advice against what we shipped: what the customer contests, and lots of which the customer received
 * another quantity than left without saying what is wrong.
 */
final class AdviceComparison {
    private final ItemStore items;
    private final Map<LotKey, Quantity> shipped = new LinkedHashMap<>();
    private final List<Violation> notCompared = new ArrayList<>();

    /**
     * A difference.
     *
     * @param lot absent when the advice names none of the shipment
     * @param text what goes on behind "the customer says that"
     */
    record Finding(ReceivingCondition condition, Optional<LotKey> lot, String text) {}

    AdviceComparison(TraceEvent shipment, ItemStore items) {
        this.items = items;
        for (EventLine line : shipment.lines()) {
            shipped.merge(line.lot(), line.quantity(), Quantity::plus);
        }
    }

    List<Finding> findings(CustomerAdvice advice) {
        List<Finding> findings = new ArrayList<>();
        Map<LotKey, Quantity> received = new HashMap<>();
        Set<LotKey> explained = new HashSet<>();
        for (Goods goods : advice.goods()) {
            Optional<LotKey> lot = lot(goods);
            goods.contested().forEach((condition, amount) -> {
                lot.ifPresent(explained::add);
                findings.add(new Finding(condition, lot, contested(goods, condition, amount)));
            });
            if (lot.isEmpty() && !goods.lot().isEmpty() && goods.contested().isEmpty()) {
                findings.add(new Finding(
                        ReceivingCondition.INCORRECT,
                        Optional.empty(),
                        "lot " + goods.lot() + " came, which was not in the shipment: find out which goods left"));
            }
            lot.ifPresent(known -> inBaseUnit(known, goods)
                    .ifPresentOrElse(
                            amount -> received.merge(known, amount, Quantity::plus), () -> explained.add(known)));
        }
        shipped.forEach((lot, left) -> Optional.ofNullable(received.get(lot))
                .filter(came -> !explained.contains(lot) && came.compareTo(left) != 0)
                .ifPresent(came -> findings.add(new Finding(
                        came.compareTo(left) < 0 ? ReceivingCondition.SHORT : ReceivingCondition.OVER,
                        Optional.of(lot),
                        came + " of lot " + lot + " came, and " + left + " left: compare the picking and the label"))));
        return findings;
    }

    /** @return what could not be compared, and why */
    List<Violation> notCompared() {
        return List.copyOf(notCompared);
    }

    private static String contested(Goods goods, ReceivingCondition condition, Amount amount) {
        return amount + (goods.lot().isEmpty() ? " of line " + goods.line() : " of lot " + goods.lot()) + " "
                + condition.words() + ": agree with the customer on a return, a replacement or a credit";
    }

    /** A lot number of two items of the shipment names neither. */
    private Optional<LotKey> lot(Goods goods) {
        List<LotKey> fitting = shipped.keySet().stream()
                .filter(lot -> lot.number().value().equals(goods.lot()))
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    private Optional<Quantity> inBaseUnit(LotKey lot, Goods goods) {
        try {
            return goods.received()
                    .flatMap(
                            amount -> UnitCodes.fromX12(amount.unit()).map(unit -> new Quantity(amount.amount(), unit)))
                    .flatMap(quantity -> items.find(lot.item())
                            .map(item ->
                                    quantity.isZero() ? Quantity.zero(item.baseUnit()) : item.toBaseUnit(quantity)));
        } catch (UnitMismatchException | ArithmeticException e) {
            notCompared.add(new Violation(
                    "UNIT_UNKNOWN",
                    ViolationPath.of(PathStep.position(String.valueOf(goods.position())), PathStep.segment("RCD")),
                    "the quantity of lot " + goods.lot() + " was not compared: " + e.getMessage()));
            return Optional.empty();
        }
    }
}
