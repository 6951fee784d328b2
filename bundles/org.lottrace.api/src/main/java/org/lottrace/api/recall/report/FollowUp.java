package org.lottrace.api.recall.report;

import org.lottrace.api.code.Coded;

/** What is to be done about a consignee. */
public enum FollowUp implements Coded {
    /** No notice has reached them about what they received. */
    NOT_TOLD("NOT_TOLD"),
    /** They were told; the time to answer runs. */
    WAITING("WAITING"),
    /** The time to answer is over: remind them. */
    REMINDER_DUE("REMINDER_DUE"),
    /** All reminders are used up: somebody has to call or visit them. */
    ESCALATED("ESCALATED"),
    /** They answered about everything they received, or all came back. */
    SETTLED("SETTLED");

    private final String code;

    FollowUp(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
