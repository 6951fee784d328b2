package org.lottrace.api.partner;

import org.lottrace.api.code.Coded;

/** What a party is to the company. A party can be several. */
public enum PartyRole implements Coded {
    /** The company that runs LotTrace, or one of its legal entities. */
    COMPANY("COMPANY"),
    SUPPLIER("SUPPLIER"),
    CUSTOMER("CUSTOMER"),
    CARRIER("CARRIER"),
    /** Nobody has said yet who it is: only a report has named it. */
    TOLD("TOLD");

    private final String code;

    PartyRole(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
