package org.lottrace.api.lot;

import org.lottrace.api.code.Coded;

/** From when the shelf life of an item counts. */
public enum ShelfLifeStart implements Coded {
    PRODUCTION("PRODUCTION"),
    /** From the day on which it came. */
    RECEIPT("RECEIPT"),
    /** From when it was opened: until then it has no expiry by its shelf life. */
    OPENING("OPENING"),
    /** From when it was thawed: until then it has no expiry by its shelf life. */
    THAWING("THAWING");

    private final String code;

    ShelfLifeStart(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
