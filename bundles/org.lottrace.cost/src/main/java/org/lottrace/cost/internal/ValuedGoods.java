package org.lottrace.cost.internal;

import org.joda.money.Money;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.lot.LotKey;

/**
 * The goods of an item as one method values them. Value is neither made nor lost: what came in is what went out and what is left. More
 * than there is can go out, because days are told by accounting dates; it leaves at what it was booked at.
 */
interface ValuedGoods {
    /** Goods came in at a cost of their own; without a quantity their value alone changes. */
    void receive(LotKey lot, CostedQuantity goods);

    /** Goods are there again that had been there before. */
    void takeBack(LotKey lot, CostedQuantity goods);

    /**
     * @param booked quantity, and what it was booked at
     * @return what it leaves at
     */
    Money issue(LotKey lot, CostedQuantity booked);

    /** @return what is left, altogether */
    Money value();
}
