package org.lottrace.edi.asn856.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitMismatchException;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.edi.asn856.internal.CustomerAdvice.Contested;
import org.lottrace.edi.asn856.internal.CustomerAdvice.Goods;

/**
 * Holds a customer's receiving advice against what we shipped: what the customer contests, and lots of which the customer received
 * another quantity than left without saying what is wrong. An item of which a line names no lot is compared as a whole. What could not
 * be compared is said.
 */
final class AdviceComparison {
    private static final String NOT_COMPARED = "NOT_COMPARED";

    private final ItemStore items;
    private final ShippedGoods shipped;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Violation> notCompared = new ArrayList<>();
    private final Map<LotKey, Quantity> received = new HashMap<>();
    private final Map<ItemNumber, Quantity> receivedOfItem = new HashMap<>();
    private final Set<ItemNumber> asAWhole = new HashSet<>();
    /** Of these the advice says itself what is wrong, or it is said that they were not compared. */
    private final Set<LotKey> toldLots = new HashSet<>();

    private final Set<ItemNumber> toldItems = new HashSet<>();

    /**
     * A difference.
     *
     * @param lot absent when the advice names none of the shipment
     * @param text what goes on behind "the customer says that"
     */
    record Finding(ReceivingCondition condition, Optional<LotKey> lot, String text) {}

    AdviceComparison(TraceEvent shipment, ItemStore items) {
        this.items = items;
        this.shipped = new ShippedGoods(shipment, items);
    }

    /** To be called once. */
    List<Finding> findings(CustomerAdvice advice) {
        advice.goods().forEach(this::take);
        Map<ItemNumber, Quantity> left = new HashMap<>();
        shipped.lots().forEach((lot, quantity) -> left.merge(lot.item(), quantity, Quantity::plus));
        left.forEach((item, quantity) -> {
            if (asAWhole.contains(item) && !toldItems.contains(item)) {
                compare("item " + item, Optional.empty(), quantity, Optional.ofNullable(receivedOfItem.get(item)));
            }
        });
        shipped.lots().forEach((lot, quantity) -> {
            if (!asAWhole.contains(lot.item()) && !toldLots.contains(lot)) {
                compare("lot " + lot, Optional.of(lot), quantity, Optional.ofNullable(received.get(lot)));
            }
        });
        return List.copyOf(findings);
    }

    /** @return what could not be compared, and why */
    List<Violation> notCompared() {
        return List.copyOf(notCompared);
    }

    private void take(Goods goods) {
        List<LotKey> lots = goods.lot().isEmpty() ? List.of() : shipped.lots(goods);
        Optional<LotKey> lot = lots.size() == 1 ? Optional.of(lots.get(0)) : Optional.empty();
        Optional<ItemNumber> item = lot.map(LotKey::item)
                .or(() -> goods.lot().isEmpty() ? shipped.item(goods).filter(shipped::holds) : Optional.empty());
        for (Contested contested : goods.contested()) {
            findings.add(new Finding(contested.condition(), lot, contested(goods, contested)));
            lot.ifPresent(toldLots::add);
            item.ifPresent(toldItems::add);
        }
        item.ifPresentOrElse(known -> count(goods, known, lot), () -> unknown(goods, lots));
    }

    private void count(Goods goods, ItemNumber item, Optional<LotKey> lot) {
        if (lot.isEmpty()) {
            asAWhole.add(item);
        }
        inBaseUnit(item, goods)
                .ifPresentOrElse(
                        amount -> {
                            lot.ifPresent(known -> received.merge(known, amount, Quantity::plus));
                            receivedOfItem.merge(item, amount, Quantity::plus);
                        },
                        () -> {
                            lot.ifPresent(toldLots::add);
                            toldItems.add(item);
                        });
    }

    private void unknown(Goods goods, List<LotKey> lots) {
        if (lots.size() > 1) {
            lots.forEach(lot -> {
                toldLots.add(lot);
                toldItems.add(lot.item());
            });
            note(goods, what(goods) + " may be " + lots + ": send the item in LIN, with UP or VN");
        } else if (goods.contested().isEmpty()
                && goods.lot().isEmpty()
                && shipped.item(goods).isEmpty()) {
            note(
                    goods,
                    what(goods) + " names no lot and no item that is known: send both in LIN, with LT and UP or VN");
        } else if (goods.contested().isEmpty()) {
            findings.add(new Finding(
                    ReceivingCondition.INCORRECT,
                    Optional.empty(),
                    (goods.lot().isEmpty() ? "item " + shipped.item(goods).orElseThrow() : what(goods))
                            + " came, which was not in the shipment: find out which goods left"));
        }
    }

    private void compare(String what, Optional<LotKey> lot, Quantity left, Optional<Quantity> came) {
        if (came.isEmpty()) {
            notCompared.add(new Violation(
                    NOT_COMPARED,
                    ViolationPath.of(PathStep.segment("RCD")),
                    left + " of " + what + " left, and the advice does not mention it: send a line for it, also when"
                            + " nothing of it came"));
        } else if (came.get().compareTo(left) != 0) {
            findings.add(new Finding(
                    came.get().compareTo(left) < 0 ? ReceivingCondition.SHORT : ReceivingCondition.OVER,
                    lot,
                    came.get() + " of " + what + " came, and " + left + " left: compare the picking and the label"));
        }
    }

    private static String contested(Goods goods, Contested contested) {
        return contested.amount() + " of " + what(goods) + " "
                + contested.condition().words()
                + ": agree with the customer on a return, a replacement or a credit";
    }

    private static String what(Goods goods) {
        return goods.lot().isEmpty() ? "line " + goods.line() : "lot " + goods.lot();
    }

    private void note(Goods goods, String message) {
        notCompared.add(new Violation(
                NOT_COMPARED,
                ViolationPath.of(PathStep.position(String.valueOf(goods.position())), PathStep.segment("RCD")),
                "not compared: " + message));
    }

    /** @return empty when it is told why the quantity cannot be compared */
    private Optional<Quantity> inBaseUnit(ItemNumber item, Goods goods) {
        if (goods.received().isEmpty()) {
            note(goods, what(goods) + " says no quantity: send it in RCD02");
            return Optional.empty();
        }
        CustomerAdvice.Amount amount = goods.received().get();
        try {
            Optional<Quantity> quantity = UnitCodes.fromX12(amount.unit())
                    .map(unit -> new Quantity(amount.amount(), unit))
                    .flatMap(said -> items.find(item)
                            .map(known -> said.isZero() ? Quantity.zero(known.baseUnit()) : known.toBaseUnit(said)));
            if (quantity.isEmpty()) {
                note(goods, "the unit of " + amount + " of " + what(goods) + " is not known");
            }
            return quantity;
        } catch (UnitMismatchException | ArithmeticException e) {
            note(goods, "the quantity of " + what(goods) + ": " + e.getMessage());
            return Optional.empty();
        }
    }
}
