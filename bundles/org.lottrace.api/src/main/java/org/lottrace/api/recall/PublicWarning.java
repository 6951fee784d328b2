package org.lottrace.api.recall;

/** Whether and how the public is warned (21 CFR 7.42(b)(2)). */
public enum PublicWarning {
    NONE,
    /** Through the press of a profession or trade. */
    SPECIALISED_MEDIA,
    /** Through general news media. */
    GENERAL_MEDIA
}
