package org.lottrace.cost.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/** Goods of which those leave first that came first, whichever lot was picked. What comes back is the next to leave. */
final class FirstInGoods implements ValuedGoods {
    private final Deque<Received> received = new ArrayDeque<>();
    private Optional<CostedQuantity> missing = Optional.empty();
    private Money loose;

    FirstInGoods(CurrencyUnit currency) {
        loose = Money.zero(currency);
    }

    private record Received(LotKey lot, Layer layer) {}

    @Override
    public void receive(LotKey lot, CostedQuantity goods) {
        if (goods.quantity().isZero()) {
            revalue(lot, goods);
        } else {
            withoutMissing(goods).ifPresent(rest -> received.addLast(new Received(lot, Layer.of(rest))));
        }
    }

    @Override
    public void takeBack(LotKey lot, CostedQuantity goods) {
        withoutMissing(goods).ifPresent(rest -> received.addFirst(new Received(lot, Layer.of(rest))));
    }

    /** What became known of a lot later belongs to the newest that is there of it, or else to the newest of all. */
    private void revalue(LotKey lot, CostedQuantity change) {
        Deque<Received> newer = new ArrayDeque<>();
        Iterator<Received> fromNewest = received.descendingIterator();
        Optional<Received> own = Optional.empty();
        while (own.isEmpty() && fromNewest.hasNext()) {
            own = Optional.of(fromNewest.next()).filter(one -> one.lot().equals(lot));
        }
        Optional<Received> changed = own.or(() -> Optional.ofNullable(received.peekLast()));
        if (changed.isEmpty()) {
            loose = loose.plus(change.value());
            return;
        }
        while (received.peekLast() != changed.get()) {
            newer.addFirst(received.removeLast());
        }
        Received last = received.removeLast();
        received.addLast(new Received(last.lot(), last.layer().receiving(change)));
        received.addAll(newer);
    }

    /** @return what of the goods is there; empty when all of it had been taken before it came */
    private Optional<CostedQuantity> withoutMissing(CostedQuantity goods) {
        CostedQuantity all = new CostedQuantity(goods.quantity(), goods.value().plus(loose));
        loose = loose.multipliedBy(0);
        if (missing.isEmpty()) {
            return Optional.of(all);
        }
        Quantity filled = all.quantity().min(missing.get().quantity());
        CostedQuantity taken = Layer.of(missing.get()).issue(filled);
        missing = Optional.of(missing.get().minus(taken))
                .filter(still -> still.quantity().isPositive());
        CostedQuantity rest = all.minus(taken);
        if (rest.quantity().isZero()) {
            loose = rest.value();
            return Optional.empty();
        }
        return Optional.of(rest);
    }

    @Override
    public Money issue(LotKey lot, CostedQuantity booked) {
        Quantity open = booked.quantity();
        Money value = booked.value().multipliedBy(0);
        while (open.isPositive() && !received.isEmpty()) {
            Received first = received.removeFirst();
            CostedQuantity issued =
                    first.layer().issue(open.min(first.layer().left().quantity()));
            Layer left = first.layer().plus(issued.negated());
            if (left.left().quantity().isPositive()) {
                received.addFirst(new Received(first.lot(), left));
            }
            value = value.plus(issued.value());
            open = open.minus(issued.quantity());
        }
        if (open.isPositive()) {
            CostedQuantity beyond = new CostedQuantity(open, Layer.share(booked, open));
            missing = Optional.of(missing.map(beyond::plus).orElse(beyond));
            value = value.plus(beyond.value());
        }
        return value;
    }

    @Override
    public Money value() {
        Money there = received.stream().map(one -> one.layer().left().value()).reduce(loose, Money::plus);
        return missing.map(taken -> there.minus(taken.value())).orElse(there);
    }
}
