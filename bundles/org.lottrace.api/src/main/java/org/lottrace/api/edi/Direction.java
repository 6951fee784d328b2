package org.lottrace.api.edi;

import org.lottrace.api.code.Coded;

/** Which way an interchange goes. */
public enum Direction implements Coded {
    INBOUND("INBOUND"),
    OUTBOUND("OUTBOUND");

    private final String code;

    Direction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
