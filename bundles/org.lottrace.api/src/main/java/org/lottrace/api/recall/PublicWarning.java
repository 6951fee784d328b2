package org.lottrace.api.recall;

import org.lottrace.api.code.Coded;

/** Whether and how the public is warned (21 CFR 7.42(b)(2)). */
public enum PublicWarning implements Coded {
    NONE("NONE"),
    /** Through the press of a profession or trade. */
    SPECIALISED_MEDIA("SPECIALISED_MEDIA"),
    /** Through general news media. */
    GENERAL_MEDIA("GENERAL_MEDIA");

    private final String code;

    PublicWarning(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
