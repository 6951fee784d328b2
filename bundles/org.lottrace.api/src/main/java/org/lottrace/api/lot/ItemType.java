package org.lottrace.api.lot;

import org.lottrace.api.code.Coded;

/** What an item is to the company that runs LotTrace. */
public enum ItemType implements Coded {
    /** Bought to be consumed in production. */
    RAW_MATERIAL("RAW_MATERIAL"),
    /** Bought to pack goods in. */
    PACKAGING("PACKAGING"),
    /** Made to be consumed in production. */
    SEMI_FINISHED("SEMI_FINISHED"),
    /** Made or bought to be sold. */
    FINISHED_GOOD("FINISHED_GOOD");

    private final String code;

    ItemType(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
