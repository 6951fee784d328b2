package org.lottrace.api.movement;

import org.lottrace.api.code.Coded;

/** What a stream of scans is to become. */
public enum ScanJob implements Coded {
    RECEIVE("RECEIVE"),
    MOVE("MOVE"),
    PICK("PICK"),
    PACK("PACK"),
    SHIP("SHIP"),
    COUNT("COUNT");

    private final String code;

    ScanJob(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
