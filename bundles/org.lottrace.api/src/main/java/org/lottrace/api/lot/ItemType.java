package org.lottrace.api.lot;

/** What an item is to the company that runs LotTrace. */
public enum ItemType {
    /** Bought to be consumed in production. */
    RAW_MATERIAL,
    /** Bought to pack goods in. */
    PACKAGING,
    /** Made to be consumed in production. */
    SEMI_FINISHED,
    /** Made or bought to be sold. */
    FINISHED_GOOD
}
