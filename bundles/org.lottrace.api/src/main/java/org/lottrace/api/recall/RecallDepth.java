package org.lottrace.api.recall;

import org.lottrace.api.code.Coded;

/** How far down the chain goods are taken back (21 CFR 7.42(b)(1)). */
public enum RecallDepth implements Coded {
    CONSUMER_USER("CONSUMER_USER"),
    RETAIL("RETAIL"),
    WHOLESALE("WHOLESALE");

    private final String code;

    RecallDepth(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
