package org.lottrace.api.recall;

import org.lottrace.api.code.Coded;

/** How bad it is (21 CFR 7.3(m)). */
public enum RecallClass implements Coded {
    /** A reasonable probability of serious adverse health consequences or death. */
    I("I"),
    /** Temporary or medically reversible consequences, or a remote probability of serious ones. */
    II("II"),
    /** Not likely to cause adverse health consequences. */
    III("III");

    private final String code;

    RecallClass(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
