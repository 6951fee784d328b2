package org.lottrace.api.recall;

/** What is to be done about a consignee. */
public enum FollowUp {
    /** No notice has reached him about what he received. */
    NOT_TOLD,
    /** He was told; the time to answer runs. */
    WAITING,
    /** The time to answer is over: remind him. */
    REMINDER_DUE,
    /** All reminders are used up: somebody has to call or visit him. */
    ESCALATED,
    /** He answered about everything he received, or all came back. */
    SETTLED
}
