package org.lottrace.cost.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/** Goods that leave at the average of what is there with them: of their lot, or of all lots. */
final class AverageGoods implements ValuedGoods {
    private final Map<Optional<LotKey>, Layer> layers = new HashMap<>();
    private final Function<LotKey, Optional<LotKey>> together;
    private final CurrencyUnit currency;

    private AverageGoods(Function<LotKey, Optional<LotKey>> together, CurrencyUnit currency) {
        this.together = together;
        this.currency = currency;
    }

    static AverageGoods ofEachLot(CurrencyUnit currency) {
        return new AverageGoods(Optional::of, currency);
    }

    static AverageGoods ofAllLots(CurrencyUnit currency) {
        return new AverageGoods(lot -> Optional.empty(), currency);
    }

    @Override
    public void receive(LotKey lot, CostedQuantity goods) {
        layers.merge(together.apply(lot), Layer.of(goods), (before, more) -> before.receiving(goods));
    }

    @Override
    public void takeBack(LotKey lot, CostedQuantity goods) {
        layers.merge(together.apply(lot), Layer.of(goods), (before, more) -> before.plus(goods));
    }

    @Override
    public Money issue(LotKey lot, CostedQuantity booked) {
        Layer layer = layers.getOrDefault(together.apply(lot), Layer.of(booked.minus(booked)));
        CostedQuantity issued = issued(layer, booked);
        layers.put(together.apply(lot), layer.plus(issued.negated()));
        return issued.value();
    }

    private static CostedQuantity issued(Layer layer, CostedQuantity booked) {
        Quantity there = layer.left().quantity();
        if (booked.quantity().compareTo(there) <= 0) {
            return layer.issue(booked.quantity());
        }
        if (!there.isPositive()) {
            return booked;
        }
        Money beyond = Layer.share(booked, booked.quantity().minus(there));
        return new CostedQuantity(booked.quantity(), layer.left().value().plus(beyond));
    }

    @Override
    public Money value() {
        return layers.values().stream().map(layer -> layer.left().value()).reduce(Money.zero(currency), Money::plus);
    }
}
