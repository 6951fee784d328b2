package org.lottrace.api.planning;

import org.lottrace.api.code.Coded;

/** Which lot goes first in a simulation. */
public enum IssuePolicy implements Coded {
    /** First expired, first out; a lot without expiry last. */
    FEFO("FEFO"),
    /** First in, first out, by the day on which the site got it. */
    FIFO("FIFO"),
    /** Last in, first out. */
    LIFO("LIFO"),
    /** Any of them, drawn anew each day. */
    RANDOM("RANDOM");

    private final String code;

    IssuePolicy(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
