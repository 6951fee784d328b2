package org.lottrace.api.account;

import org.lottrace.api.code.Coded;

/** What a rule may be limited to, the most special first. */
public enum AccountCriterion implements Coded {
    ITEM_CLASS("ITEM_CLASS"),
    ITEM_TYPE("ITEM_TYPE"),
    SITE("SITE"),
    /** Kind of the main document of the entry. */
    DOCUMENT("DOCUMENT"),
    /** Kind of the event that the entry books. */
    EVENT("EVENT"),
    /** Why it was done, as the event says. */
    REASON("REASON");

    private final String code;

    AccountCriterion(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
