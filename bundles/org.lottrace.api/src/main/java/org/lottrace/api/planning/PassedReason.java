package org.lottrace.api.planning;

import org.lottrace.api.code.Coded;

/** Why an earlier lot stayed when a later one was shipped. */
public enum PassedReason implements Coded {
    /** Nothing that is recorded explains it: a violation of first expired, first out. */
    UNEXPLAINED("UNEXPLAINED"),
    /** Somebody took another lot than the rules would have, and gave a reason. */
    DEVIATION("DEVIATION"),
    /** The allocation of the line refused the earlier lot, and kept why. */
    REFUSED("REFUSED"),
    /** A rule lets other lots go first. */
    ROTATION("ROTATION");

    private final String code;

    PassedReason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
