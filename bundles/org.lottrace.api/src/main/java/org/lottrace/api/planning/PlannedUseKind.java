package org.lottrace.api.planning;

import org.lottrace.api.code.Coded;

/** What is planned with a lot, and why. */
public enum PlannedUseKind implements Coded {
    /** An order takes it: of the lots that are good on its day it expires first. */
    USE("USE"),
    /** No order takes it in time, but one that is planned later would, if it were made until the lot expires. */
    MAKE_EARLIER("MAKE_EARLIER"),
    /** No open order needs it: it expires. */
    NOT_NEEDED("NOT_NEEDED"),
    /** It is held or recalled: no order takes it. */
    HELD("HELD"),
    /** No lot is left that is good on the day of the order. */
    MISSING("MISSING");

    private final String code;

    PlannedUseKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
