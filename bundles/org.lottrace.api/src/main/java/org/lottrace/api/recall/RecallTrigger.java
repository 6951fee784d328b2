package org.lottrace.api.recall;

import org.lottrace.api.code.Coded;

/** What brought the problem to light. */
public enum RecallTrigger implements Coded {
    COMPLAINT("COMPLAINT"),
    LABORATORY("LABORATORY"),
    SUPPLIER("SUPPLIER"),
    REGULATOR("REGULATOR"),
    OWN_FINDING("OWN_FINDING");

    private final String code;

    RecallTrigger(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
