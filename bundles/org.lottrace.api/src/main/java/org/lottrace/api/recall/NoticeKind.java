package org.lottrace.api.recall;

/** Why a consignee gets a notice. */
public enum NoticeKind {
    /** They received affected goods. */
    FIRST,
    /** They received more affected goods than the notice before says. */
    EXPANSION,
    /** They have not answered (21 CFR 7.49(c)(2)). */
    REMINDER
}
