package org.lottrace.api.lot;

import org.lottrace.api.code.Coded;

/** By what goods of an item are told apart. */
public enum TrackingMode implements Coded {
    /** By lot: any quantity has the same number. */
    LOT("LOT"),
    /** Each piece has a number of its own. */
    SERIAL("SERIAL"),
    /** By lot; pieces have serial numbers besides, which are said of what comes, leaves and is returned. */
    LOT_AND_SERIAL("LOT_AND_SERIAL"),
    /** Not at all: there are no lots of it. */
    NONE("NONE");

    private final String code;

    TrackingMode(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
