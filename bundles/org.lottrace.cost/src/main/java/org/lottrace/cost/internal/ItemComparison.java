package org.lottrace.cost.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.IssueFigures;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.cost.MethodComparison;
import org.lottrace.api.cost.store.PeriodStore.Flow;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventType;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;

/**
 * The same receipts and issues of one item, valued by each method. What is made and found comes in at what is booked, whatever its
 * ingredients would have cost otherwise: each item is looked at by itself.
 */
final class ItemComparison {
    private static final Set<EventType> THERE_BEFORE =
            EnumSet.of(EventType.RETURN, EventType.COUNT, EventType.GAIN, EventType.REVERSE);

    private final ItemNumber item;
    private final CostedQuantity nothing;
    private final boolean isAveraged;
    private final MethodReplay lotActual;
    private final MethodReplay fifo;
    private final MethodReplay average;
    private final List<MethodReplay> all;
    private CostedQuantity opening;
    private CostedQuantity in;
    private Quantity sold;
    private Quantity otherwise;
    private Money bookedSold;
    private Money bookedOtherwise;

    /**
     * @param unit base unit of the item
     * @param cameBack lots of which sold goods come back
     * @param isAveraged whether the books spread its value over its lots
     */
    ItemComparison(
            ItemNumber item, UnitOfMeasure unit, CurrencyUnit currency, Set<LotKey> cameBack, boolean isAveraged) {
        this.item = item;
        this.isAveraged = isAveraged;
        nothing = new CostedQuantity(Quantity.zero(unit), Money.zero(currency));
        lotActual = new MethodReplay(AverageGoods.ofEachLot(currency), cameBack, currency);
        fifo = new MethodReplay(new FirstInGoods(currency), cameBack, currency);
        average = new MethodReplay(AverageGoods.ofAllLots(currency), cameBack, currency);
        all = List.of(lotActual, fifo, average);
        opening = nothing;
        in = nothing;
        sold = nothing.quantity();
        otherwise = nothing.quantity();
        bookedSold = nothing.value();
        bookedOtherwise = nothing.value();
    }

    /** What was there at the beginning, lot by lot, the first that was registered first. */
    void open(LotCost lot) {
        opening = opening.plus(lot.onStock());
        all.forEach(method -> method.goods().receive(lot.lot(), lot.onStock()));
    }

    /** @param entry all its lines for the item, in their order */
    void take(List<Flow> entry) {
        Set<LotKey> ofSale = entry.stream()
                .filter(line -> line.account() == Account.COST_OF_GOODS_SOLD)
                .filter(line -> !line.amount().quantity().isZero())
                .map(Flow::lot)
                .collect(Collectors.toSet());
        List<Flow> moved = new ArrayList<>();
        for (Flow line : isAveraged ? SpreadLines.without(entry) : entry) {
            if (line.amount().quantity().isZero()) {
                changeValue(line);
            } else if (isBought(line)) {
                move(line, false);
            } else if (line.account() == Account.INVENTORY) {
                moved.add(line);
            }
        }
        if (ofSale.isEmpty() && staysWithin(moved)) {
            moveWithin(moved);
        } else {
            moved.forEach(line -> move(line, ofSale.contains(line.lot())));
        }
    }

    /** What an event took over of goods on consignment came before the same event used it. */
    private static boolean isBought(Flow line) {
        return line.account() == Account.INVENTORY
                && line.orderLine()
                        .filter(of -> of.order().type() == DocumentType.PURCHASE_ORDER)
                        .isPresent();
    }

    private void changeValue(Flow line) {
        in = in.plus(line.amount());
        if (line.account() == Account.INVENTORY) {
            all.forEach(method -> method.goods().receive(line.lot(), line.amount()));
        } else {
            all.forEach(method -> method.addCostOfGoodsSold(line.amount().value()));
            bookedSold = bookedSold.plus(line.amount().value());
        }
    }

    private boolean staysWithin(List<Flow> moved) {
        return moved.size() > 1 && sum(moved.stream()).quantity().isZero();
    }

    private CostedQuantity sum(Stream<Flow> lines) {
        return lines.map(Flow::amount).reduce(nothing, CostedQuantity::plus);
    }

    /** Split, relabelled, or found elsewhere: lot by lot the value goes along, and for other methods nothing came and nothing left. */
    private void moveWithin(List<Flow> moved) {
        CostedQuantity change = sum(moved.stream());
        in = in.plus(change);
        Money value = change.value();
        for (Flow line : moved) {
            if (isOut(line)) {
                Money left = lotActual.issue(line.lot(), line.amount().negated());
                lotActual.noIssue(left);
                value = value.plus(left);
            }
        }
        List<Flow> came = moved.stream().filter(line -> !isOut(line)).toList();
        List<Money> shares = LargestRemainder.split(value, weights(came));
        for (int i = 0; i < came.size(); i++) {
            lotActual
                    .goods()
                    .receive(
                            came.get(i).lot(),
                            new CostedQuantity(came.get(i).amount().quantity(), shares.get(i)));
        }
        if (!change.value().isZero()) {
            Stream.of(fifo, average)
                    .forEach(method -> method.goods().receive(came.get(0).lot(), change));
        }
    }

    private static List<BigDecimal> weights(List<Flow> came) {
        boolean byValue = came.stream().allMatch(line -> line.amount().value().isPositive());
        return came.stream()
                .map(line -> byValue
                        ? line.amount().value().getAmount()
                        : line.amount().quantity().amount())
                .toList();
    }

    private static boolean isOut(Flow line) {
        return line.amount().quantity().isNegative();
    }

    private void move(Flow line, boolean isOfSale) {
        CostedQuantity out = line.amount().negated();
        if (isOfSale) {
            sold = sold.plus(out.quantity());
            bookedSold = bookedSold.plus(out.value());
            all.forEach(method -> {
                if (isOut(line)) {
                    method.sell(line.lot(), out, line.orderLine());
                } else {
                    method.takeBack(line.lot(), line.amount(), line.orderLine());
                }
            });
        } else if (isOut(line)) {
            otherwise = otherwise.plus(out.quantity());
            bookedOtherwise = bookedOtherwise.plus(out.value());
            all.forEach(method -> method.issue(line.lot(), out));
        } else {
            in = in.plus(line.amount());
            all.forEach(method -> {
                if (THERE_BEFORE.contains(line.type())) {
                    method.goods().takeBack(line.lot(), line.amount());
                } else {
                    method.goods().receive(line.lot(), line.amount());
                }
            });
        }
    }

    /** @return what was found; empty when there was nothing, and nothing came */
    Optional<MethodComparison> result() {
        boolean isNothing = Stream.of(opening, in).allMatch(some -> some.equals(nothing))
                && sold.isZero()
                && otherwise.isZero()
                && bookedSold.isZero();
        CostedQuantity total = opening.plus(in);
        return isNothing
                ? Optional.empty()
                : Optional.of(new MethodComparison(
                        item,
                        opening,
                        in,
                        sold,
                        otherwise,
                        total.quantity().minus(sold).minus(otherwise),
                        new IssueFigures(
                                bookedSold,
                                bookedOtherwise,
                                total.value().minus(bookedSold).minus(bookedOtherwise)),
                        lotActual.figures(),
                        fifo.figures(),
                        average.figures()));
    }
}
