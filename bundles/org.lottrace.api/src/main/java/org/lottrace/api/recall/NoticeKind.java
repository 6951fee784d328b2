package org.lottrace.api.recall;

/** Why a consignee gets a notice. */
public enum NoticeKind {
    /** He received affected goods. */
    FIRST,
    /** He received more affected goods than the notice before says. */
    EXPANSION,
    /** He has not answered (21 CFR 7.49(c)(2)). */
    REMINDER
}
