package org.lottrace.api.lot;

import org.lottrace.api.code.Coded;

/** What the expiry of a lot of the item is on its label. */
public enum DateKind implements Coded {
    /** Not to be used later: GS1 AI (17). */
    USE_BY("USE_BY"),
    /** Of full quality until then: GS1 AI (15). It is not sold later all the same. */
    BEST_BEFORE("BEST_BEFORE");

    private final String code;

    DateKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
