package org.lottrace.api.overview;

import org.lottrace.api.code.Coded;

/** What can be done with stock now. Exactly one holds: the first that is true, in the order in which they stand here. */
public enum StockState implements Coded {
    /** The lot is affected by a recall. */
    RECALLED("RECALLED"),
    /** The lot is on hold. */
    ON_HOLD("ON_HOLD"),
    /** The expiry of the lot is before the date of the site where the stock lies. */
    EXPIRED("EXPIRED"),
    /** None of the above. */
    SELLABLE("SELLABLE");

    private final String code;

    StockState(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
