package org.lottrace.api.allocation;

import org.lottrace.api.code.Coded;

/** Who goes short when there is not enough for all orders of a wave. */
public enum Fairness implements Coded {
    /** The orders that are named last: the list is the priority. */
    AS_LISTED("AS_LISTED"),
    /** Those that are delivered last; of one day those with the higher number. */
    BY_DELIVERY_DATE("BY_DELIVERY_DATE"),
    /** Those without a priority of the ERP system, and then those with the higher number; of one number as {@link #BY_DELIVERY_DATE}. */
    BY_PRIORITY("BY_PRIORITY"),
    /**
     * Everybody, by the same part of what they want, in whole base units; what that leaves goes by delivery date. A part is of what the
     * orders would get of the item at the site by delivery date.
     */
    PROPORTIONAL("PROPORTIONAL");

    private final String code;

    Fairness(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
