package org.lottrace.api.allocation;

import org.lottrace.api.code.Coded;

/** Which of the lots that may be taken goes first. */
public enum Rotation implements Coded {
    /** First expired, first out; lots without expiry last, those by day of receipt. */
    FEFO("FEFO"),
    /** First in, first out, by the day on which the company first had the lot. */
    FIFO("FIFO"),
    /** Last expired, first out, for customers that are far away; a lot without expiry lasts longest. */
    LEFO("LEFO"),
    /** First manufactured, first out; lots without production date last. */
    FIRST_MANUFACTURED("FIRST_MANUFACTURED"),
    /** The newest production first; lots without production date last. */
    NEWEST_FIRST("NEWEST_FIRST");

    private final String code;

    Rotation(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** @return true when it needs to know when each lot was received */
    public boolean isByReceipt() {
        return this == FIFO;
    }
}
