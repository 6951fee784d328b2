package org.lottrace.api.cost;

import org.lottrace.api.code.Coded;

/** What an accountant should look at about a lot on stock. */
public enum LotFinding implements Coded {
    /** Goods that are worth nothing. */
    COST_MISSING("COST_MISSING"),
    /** A unit costs more than twice, or less than half of what it costs in the other lots of the item on average. */
    COST_UNUSUAL("COST_UNUSUAL"),
    /** Its expiry has passed on the day that is asked for. */
    EXPIRED("EXPIRED"),
    /** It expires within the days that are asked for. */
    EXPIRES_SOON("EXPIRES_SOON");

    private final String code;

    LotFinding(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
