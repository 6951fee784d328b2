package org.lottrace.api.event;

import org.lottrace.api.code.Coded;

/** On what an event stands: somebody asked whether it may be, or it had been when it was told. */
public enum Basis implements Coded {
    /** Asked for before the act, and judged by every rule; whatever was recorded in form 1 is of this kind. */
    REQUESTED("REQUESTED"),
    /** A report of what has happened, in whatever order it came in. */
    REPORTED("REPORTED");

    private final String code;

    Basis(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
