package org.lottrace.cost.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.IssueFigures;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/** What issues cost by one method. What was sold comes back at what it left at, if it left in these days, and else at what is booked. */
final class MethodReplay {
    private final ValuedGoods goods;
    private final Set<LotKey> cameBack;
    private final Map<Sale, Layer> sold = new HashMap<>();
    private Money costOfGoodsSold;
    private Money otherIssues;

    /** @param cameBack lots of which sold goods come back: of others nobody asks what they left at */
    MethodReplay(ValuedGoods goods, Set<LotKey> cameBack, CurrencyUnit currency) {
        this.goods = goods;
        this.cameBack = cameBack;
        costOfGoodsSold = Money.zero(currency);
        otherIssues = Money.zero(currency);
    }

    private record Sale(LotKey lot, Optional<OrderLineReference> orderLine) {}

    ValuedGoods goods() {
        return goods;
    }

    Money issue(LotKey lot, CostedQuantity booked) {
        Money value = goods.issue(lot, booked);
        otherIssues = otherIssues.plus(value);
        return value;
    }

    void sell(LotKey lot, CostedQuantity booked, Optional<OrderLineReference> orderLine) {
        CostedQuantity left = new CostedQuantity(booked.quantity(), goods.issue(lot, booked));
        costOfGoodsSold = costOfGoodsSold.plus(left.value());
        if (cameBack.contains(lot)) {
            sold.merge(new Sale(lot, orderLine), Layer.of(left), (before, more) -> before.receiving(left));
        }
    }

    void takeBack(LotKey lot, CostedQuantity booked, Optional<OrderLineReference> orderLine) {
        Sale sale = new Sale(lot, orderLine);
        Quantity unknown = booked.quantity();
        Money value = booked.value().multipliedBy(0);
        Layer known = sold.get(sale);
        if (known != null) {
            CostedQuantity back = known.issue(unknown.min(known.left().quantity()));
            sold.put(sale, known.plus(back.negated()));
            value = back.value();
            unknown = unknown.minus(back.quantity());
        }
        value = value.plus(Layer.share(booked, unknown));
        costOfGoodsSold = costOfGoodsSold.minus(value);
        goods.takeBack(lot, new CostedQuantity(booked.quantity(), value));
    }

    /** What was sold costs more or less, whatever the method. */
    void addCostOfGoodsSold(Money amount) {
        costOfGoodsSold = costOfGoodsSold.plus(amount);
    }

    /** What was an issue was none: it moved within the item. */
    void noIssue(Money amount) {
        otherIssues = otherIssues.minus(amount);
    }

    IssueFigures figures() {
        return new IssueFigures(costOfGoodsSold, otherIssues, goods.value());
    }
}
