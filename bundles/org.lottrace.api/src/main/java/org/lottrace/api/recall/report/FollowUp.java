package org.lottrace.api.recall.report;

/** What is to be done about a consignee. */
public enum FollowUp {
    /** No notice has reached them about what they received. */
    NOT_TOLD,
    /** They were told; the time to answer runs. */
    WAITING,
    /** The time to answer is over: remind them. */
    REMINDER_DUE,
    /** All reminders are used up: somebody has to call or visit them. */
    ESCALATED,
    /** They answered about everything they received, or all came back. */
    SETTLED
}
