package org.lottrace.api.recall;

import org.lottrace.api.code.Coded;

/** Why a consignee gets a notice. */
public enum NoticeKind implements Coded {
    /** They received affected goods. */
    FIRST("FIRST"),
    /** They received more affected goods than the notice before says. */
    EXPANSION("EXPANSION"),
    /** They have not answered (21 CFR 7.49(c)(2)). */
    REMINDER("REMINDER"),
    /** Goods that a notice before named are not affected: lots were taken out of the recall, or it was cancelled. */
    RETRACTION("RETRACTION");

    private final String code;

    NoticeKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
