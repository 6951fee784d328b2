package org.lottrace.api.movement;

import org.lottrace.api.code.Coded;

/** Where the lots of announced goods come from, as agreed with the supplier. */
public enum LotCapture implements Coded {
    /** The ship notice names the lot of each line; one that does not is refused. */
    ANNOUNCED("ANNOUNCED"),
    /** A line may name no lot: whoever receives it says what is on the label. */
    AT_RECEIPT("AT_RECEIPT");

    private final String code;

    LotCapture(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
