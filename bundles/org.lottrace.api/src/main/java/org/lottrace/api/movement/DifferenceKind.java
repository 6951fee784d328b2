package org.lottrace.api.movement;

import org.lottrace.api.code.Coded;

/** How what came differs from what a ship notice announces; the code is that of the exception case that looks after it. */
public enum DifferenceKind implements Coded {
    /** A logistic unit holds another lot than the one announced in it. */
    LOT_SWAPPED("LOT_SWAPPED"),
    /** A lot came of which the notice does not tell. */
    LOT_NOT_ANNOUNCED("LOT_NOT_ANNOUNCED"),
    /** A lot came in a logistic unit of which the notice does not tell. */
    UNIT_NOT_AS_ANNOUNCED("UNIT_NOT_AS_ANNOUNCED"),
    /** A logistic unit was announced, and nothing of it came. */
    UNIT_NOT_COME("UNIT_NOT_COME"),
    /** The label says another expiry than the notice. */
    EXPIRY_NOT_AS_ANNOUNCED("EXPIRY_NOT_AS_ANNOUNCED"),
    /** More came than announced and tolerated. */
    OVER_RECEIPT("OVER_RECEIPT"),
    /** Less came than announced, and the rest is expected no longer. */
    NOTICE_SHORT("NOTICE_SHORT");

    private final String code;

    DifferenceKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
