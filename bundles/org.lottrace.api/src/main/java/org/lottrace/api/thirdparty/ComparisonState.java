package org.lottrace.api.thirdparty;

import org.lottrace.api.code.Coded;

/** How what was said and what was answered agree. */
public enum ComparisonState implements Coded {
    /** Nothing has answered it yet. */
    OPEN("OPEN"),
    /** Nothing has answered it, and it should have been answered by now. */
    LATE("LATE"),
    /** The answers say the same, within the tolerance. */
    AGREES("AGREES"),
    /** Something differs by more than the tolerance. */
    DIFFERS("DIFFERS");

    private final String code;

    ComparisonState(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
