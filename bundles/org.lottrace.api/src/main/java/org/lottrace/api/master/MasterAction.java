package org.lottrace.api.master;

import org.lottrace.api.code.Coded;

/** What was done to a piece of master data. */
public enum MasterAction implements Coded {
    /** It is not to be used for anything new. */
    CLOSE("CLOSE"),
    /** It may be used again. */
    REOPEN("REOPEN"),
    /** It is not there any more; nothing had ever used it. */
    DELETE("DELETE");

    private final String code;

    MasterAction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
