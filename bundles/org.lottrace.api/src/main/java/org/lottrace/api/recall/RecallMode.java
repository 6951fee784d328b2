package org.lottrace.api.recall;

/** What kind of removal a case is (21 CFR 7.3). */
public enum RecallMode {
    /** Removal of products in violation of the law from the market (7.3(g)). */
    REAL,
    /** An exercise: nothing that is live is touched, nobody is told. */
    MOCK,
    /** Removal for a minor violation or none (7.3(j)). */
    WITHDRAWAL,
    /** Removal of what has not left the direct control of the company (7.3(k)). */
    STOCK_RECOVERY;

    /** @return true when opening a case of this kind blocks stock and leads to notices */
    public boolean isLive() {
        return this != MOCK;
    }
}
