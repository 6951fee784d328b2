package org.lottrace.api.cost;

import org.lottrace.api.code.Coded;

/** By what a cost that belongs to several lots is split. */
public enum AllocationKey implements Coded {
    /** The quantity that came in, of items that are kept in one unit. */
    QUANTITY("QUANTITY"),
    /** The weight that each target states. */
    WEIGHT("WEIGHT"),
    /** The volume that each target states. */
    VOLUME("VOLUME"),
    /** What the lot cost until now. */
    VALUE("VALUE"),
    /** The same for each. */
    EQUAL("EQUAL");

    private final String code;

    AllocationKey(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
