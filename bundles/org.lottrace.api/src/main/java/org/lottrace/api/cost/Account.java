package org.lottrace.api.cost;

/** The accounts LotTrace posts to. The accounting system maps them to its chart of accounts. */
public enum Account {
    /** Goods on stock, by lot. */
    INVENTORY,
    /** Goods received, not invoiced. */
    GOODS_RECEIVED_NOT_INVOICED,
    /** Lots consumed by production orders and not yet part of an output, by production order. */
    WORK_IN_PROCESS,
    COST_OF_GOODS_SOLD,
    /** Count differences. */
    INVENTORY_ADJUSTMENT,
    /** Goods destroyed or thrown away. */
    WRITE_OFF
}
