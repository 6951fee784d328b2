package org.lottrace.api.planning;

import org.lottrace.api.code.Coded;

/** What can be done with what may not sell in time. */
public enum AdviceKind implements Coded {
    /** An open production order needs it before it expires. */
    USE_IN_PRODUCTION("USE_IN_PRODUCTION"),
    /** Another own site is likely to sell it in time. */
    TRANSFER("TRANSFER"),
    /** Neither does: sell it for less, or give it away. */
    MARK_DOWN("MARK_DOWN");

    private final String code;

    AdviceKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
