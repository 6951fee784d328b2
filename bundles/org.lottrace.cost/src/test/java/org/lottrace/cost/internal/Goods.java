package org.lottrace.cost.internal;

import org.lottrace.api.lot.LotKey;

/** How much of which lot, as {@code 12.5 KGM}. */
record Goods(LotKey lot, String quantity) {
    static Goods goods(LotKey lot, String quantity) {
        return new Goods(lot, quantity);
    }
}
