package org.lottrace.api.movement;

import org.lottrace.api.code.Coded;

/** Whether more is to come of a ship notice. */
public enum NoticeState implements Coded {
    /** Something is still to come, so nothing is short yet. */
    OPEN("OPEN"),
    /** Everything that was announced has come. */
    COMPLETE("COMPLETE"),
    /** Its rest was closed or cancelled: what has not come is short. */
    CLOSED("CLOSED");

    private final String code;

    NoticeState(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
