package org.lottrace.api.recall;

import org.lottrace.api.code.Coded;

/** What kind of removal a case is (21 CFR 7.3). */
public enum RecallMode implements Coded {
    /** Removal of products in violation of the law from the market (7.3(g)). */
    REAL("REAL"),
    /** An exercise: nothing that is live is touched, nobody is told. */
    MOCK("MOCK"),
    /** Removal for a minor violation or none (7.3(j)). */
    WITHDRAWAL("WITHDRAWAL"),
    /** Removal of what has not left the direct control of the company (7.3(k)). */
    STOCK_RECOVERY("STOCK_RECOVERY");

    private final String code;

    RecallMode(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** @return true when opening a case of this kind blocks stock and leads to notices */
    public boolean isLive() {
        return this != MOCK;
    }
}
