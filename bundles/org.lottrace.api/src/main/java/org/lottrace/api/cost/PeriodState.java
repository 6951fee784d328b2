package org.lottrace.api.cost;

import org.lottrace.api.code.Coded;

/** How far an accounting period is closed. */
public enum PeriodState implements Coded {
    /** Entries go into it. */
    OPEN("OPEN"),
    /** No entry goes into it any more; it waits for the signature. */
    LOCKED("LOCKED"),
    /** It is signed. */
    CLOSED("CLOSED"),
    /** It was locked, and was opened again. */
    REOPENED("REOPENED");

    private final String code;

    PeriodState(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** @return whether entries go into it */
    public boolean isOpen() {
        return this == OPEN || this == REOPENED;
    }
}
